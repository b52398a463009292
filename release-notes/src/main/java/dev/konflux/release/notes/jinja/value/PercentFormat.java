package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.List;

/** Python's {@code format % values}. */
public final class PercentFormat {

    private final String format;
    private final boolean safe;
    private final Object values;
    private final List<Object> positional;
    private final Interpreter runtime;
    private int at;
    private int used;

    private PercentFormat(CharSequence format, Object values, Interpreter runtime) {
        this.format = format.toString();
        this.safe = format instanceof Markup;
        this.values = values;
        this.positional = values instanceof PyTuple tuple ? tuple.items() : List.of(values);
        this.runtime = runtime;
    }

    /** The format filled with a value, a tuple of values or a dict; a safe format escapes them. */
    public static Object format(CharSequence format, Object values, Interpreter runtime) {
        return Strings.like(format, new PercentFormat(format, values, runtime).fill());
    }

    private String fill() {
        StringBuilder out = new StringBuilder();
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%') {
                out.append(c);
            } else {
                out.append(field());
            }
            runtime.budget().grown(out.length());
        }
        runtime.budget().text(out.length());
        // Whatever has items counts as a mapping here, lists too.
        boolean mapping = values instanceof PyDict
                || values instanceof PyList
                || values instanceof PyRange
                || values instanceof Undefined;
        boolean spare = used < positional.size() && !mapping;
        if (spare) {
            throw Fault.type("not all arguments converted during string formatting");
        }
        return out.toString();
    }

    private String field() {
        runtime.budget().step();
        Object keyed = key();
        String flags = flags();
        int width = size();
        boolean left = flags.indexOf('-') >= 0 || width < 0;
        int precision = peek() == '.' ? precision() : -1;
        while ("hlL".indexOf(peek()) >= 0) {
            at++;
        }
        char type = next();
        if (type == '%') {
            return "%";
        }
        Object value = keyed == null ? argument() : keyed;
        if ("diuoxXeEfFgGcrsa".indexOf(type) < 0) {
            throw Fault.value("unsupported format character '" + type + "' (0x" + Integer.toHexString(type)
                    + ") at index " + (at - 1));
        }
        PercentSpec spec = new PercentSpec(type, flags, Math.abs(width), left, precision);
        runtime.budget().text(spec.width());
        return spec.isText() ? text(value, spec) : PercentNumber.of(value, spec);
    }

    private @org.jspecify.annotations.Nullable Object key() {
        if (peek() != '(') {
            return null;
        }
        int end = format.indexOf(')', at);
        if (end < 0) {
            throw Fault.value("incomplete format key");
        }
        String name = format.substring(at + 1, end);
        at = end + 1;
        if (!(values instanceof PyDict dict)) {
            throw noMapping(values);
        }
        Object value = dict.get(name);
        if (value == null) {
            throw new Fault(FaultKind.KEY, Printer.reprOf(name));
        }
        return value;
    }

    private static Fault noMapping(Object values) {
        if (values instanceof Undefined undefined) {
            return undefined.fault();
        }
        if (values instanceof PyList || values instanceof PyRange) {
            return Fault.type(Types.name(values) + " indices must be integers or slices, not str");
        }
        return Fault.type("format requires a mapping");
    }

    private String flags() {
        int start = at;
        while ("#0- +".indexOf(peek()) >= 0) {
            at++;
        }
        return format.substring(start, at);
    }

    private int size() {
        if (peek() == '*') {
            at++;
            Object width = argument();
            if (!Numbers.isInteger(width)) {
                throw Fault.type("* wants int");
            }
            return Numbers.index(width);
        }
        int start = at;
        while (Character.isDigit(peek())) {
            at++;
        }
        if (at - start > 9) {
            throw Fault.value("width too big");
        }
        return start == at ? 0 : Integer.parseInt(format.substring(start, at));
    }

    private int precision() {
        at++;
        return Math.max(0, size());
    }

    private char peek() {
        return at < format.length() ? format.charAt(at) : '\0';
    }

    private char next() {
        if (at >= format.length()) {
            throw Fault.value("incomplete format");
        }
        return format.charAt(at++);
    }

    private Object argument() {
        if (used >= positional.size()) {
            throw Fault.type("not enough arguments for format string");
        }
        return positional.get(used++);
    }

    private String text(Object value, PercentSpec spec) {
        String shown = switch (spec.type()) {
            case 'r' -> Printer.reprOf(value);
            case 'a' -> ascii(Printer.reprOf(value));
            case 'c' -> character(value);
            default -> safe ? runtime.escaped(value).text() : runtime.text(value);
        };
        if (safe && spec.type() != 's') {
            shown = Markup.escape(shown);
        }
        if (spec.precision() >= 0 && spec.type() != 'c' && spec.precision() < Strings.length(shown)) {
            shown = Strings.slice(shown, 0, spec.precision());
        }
        return spec.padded(shown);
    }

    @SuppressWarnings("OrphanedFormatString") // The message is Python's.
    private static String character(Object value) {
        if (Strings.is(value) && Strings.length((CharSequence) value) == 1) {
            return value.toString();
        }
        if (Numbers.isInteger(value)) {
            int code = Numbers.index(value);
            if (!Character.isValidCodePoint(code)) {
                throw new Fault(FaultKind.OVERFLOW, "%c arg not in range(0x110000)");
            }
            return Character.toString(code);
        }
        throw Fault.type("%c requires int or char");
    }

    /** The text with everything beyond ASCII escaped. */
    static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 128) {
                out.append((char) c);
            } else {
                out.append(
                        c < 256
                                ? String.format("\\x%02x", c)
                                : c < 65536 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
            }
        });
        return out.toString();
    }
}
