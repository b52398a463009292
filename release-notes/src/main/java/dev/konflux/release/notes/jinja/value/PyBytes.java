package dev.konflux.release.notes.jinja.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Python's bytes, as far as templates need them: to be printed and decoded. */
final class PyBytes extends PyObject {

    private final byte[] bytes;

    PyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of them. */
    byte[] array() {
        return bytes.clone();
    }

    /** Every so manieth byte from one place up or down to, but without, another. */
    PyBytes part(int from, int to, int step) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (int i = from; step > 0 ? i < to : i > to; i += step) {
            part.write(bytes[i]);
        }
        return new PyBytes(part.toByteArray());
    }

    @Override
    public String typeName() {
        return "bytes";
    }

    @Override
    public Iterator<Object> iterator() {
        return IntStream.range(0, bytes.length)
                .<Object>mapToObj(i -> (long) (bytes[i] & 0xff))
                .iterator();
    }

    @Override
    public @Nullable Object item(Object key, Interpreter runtime) {
        if (!Numbers.isSmall(key)) {
            return null;
        }
        long index = Numbers.small(key);
        long at = index < 0 ? index + bytes.length : index;
        return at < 0 || at >= bytes.length ? null : (Object) (long) (bytes[(int) at] & 0xff);
    }

    @Override
    public void repr(Printer out) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            int c = b & 0xff;
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> text.append(c < ' ' || c > '~' ? String.format("\\x%02x", c) : String.valueOf((char) c));
            }
        }
        boolean doubled = text.indexOf("'") >= 0 && text.indexOf("\"") < 0;
        out.append("b" + (doubled ? "\"" + text + "\"" : "'" + text.toString().replace("'", "\\'") + "'"));
    }

    @Override
    public boolean truth() {
        return bytes.length > 0;
    }

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return switch (name) {
            case "decode" -> PyFunction.method(name, this, (caller, args) -> new String(bytes, StandardCharsets.UTF_8));
            case "hex" ->
                PyFunction.method(
                        name, this, (caller, args) -> java.util.HexFormat.of().formatHex(bytes));
            default -> null;
        };
    }

    @Override
    public boolean isEqualTo(Object other) {
        return other instanceof PyBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hash() {
        return Arrays.hashCode(bytes);
    }
}
