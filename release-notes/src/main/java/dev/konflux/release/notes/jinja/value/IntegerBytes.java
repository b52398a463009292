package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** Python's {@code int.to_bytes} and {@code int.from_bytes}. */
final class IntegerBytes {

    private static final Signature TO = Signature.of("to_bytes(self | length=, byteorder=, signed=)");
    private static final Signature FROM = Signature.of("from_bytes(cls | bytes, byteorder=, signed=)");

    private IntegerBytes() {}

    /** The bytes of an integer, as a method of it is asked for them. */
    static PyBytes to(BigInteger value, Args args, Interpreter runtime) {
        Signature.Bound bound = bound(TO, "to_bytes", args);
        int length = bound.integer(0, 1);
        boolean little = isLittle(bound, "to_bytes");
        boolean signed = bound.flag(2, false);
        if (length < 0) {
            throw Fault.value("length argument must be non-negative");
        }
        runtime.budget().text(length);
        if (value.signum() < 0 && !signed) {
            throw new Fault(FaultKind.OVERFLOW, "can't convert negative int to unsigned");
        }
        if (value.signum() != 0 && value.bitLength() + (signed ? 1 : 0) > 8L * length) {
            throw new Fault(FaultKind.OVERFLOW, "int too big to convert");
        }
        byte[] shortest = value.toByteArray();
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) (value.signum() < 0 ? 0xff : 0));
        int common = Math.min(length, shortest.length);
        System.arraycopy(shortest, shortest.length - common, bytes, length - common, common);
        return new PyBytes(little ? reversed(bytes) : bytes);
    }

    /** The integer of bytes or of a list of their values. */
    static Object from(Args args, Interpreter runtime) {
        Signature.Bound bound = bound(FROM, "from_bytes", args);
        byte[] bytes = bytes(bound.get(0), runtime);
        runtime.budget().integer(8L * bytes.length);
        byte[] ordered = isLittle(bound, "from_bytes") ? reversed(bytes) : bytes;
        if (bytes.length == 0) {
            return 0L;
        }
        return Numbers.of(bound.flag(2, false) ? new BigInteger(ordered) : new BigInteger(1, ordered));
    }

    private static Signature.Bound bound(Signature signature, String method, Args args) {
        if (args.count() > 2) {
            throw Fault.type(method + "() takes at most 2 positional arguments (" + args.count() + " given)");
        }
        return signature.bind(args);
    }

    private static boolean isLittle(Signature.Bound bound, String method) {
        Object order = bound.get(1, "big");
        if (!Strings.is(order)) {
            throw Fault.type(method + "() argument 'byteorder' must be str, not " + Types.shown(order));
        }
        boolean little = order.toString().equals("little");
        if (!little && !order.toString().equals("big")) {
            throw Fault.value("byteorder must be either 'little' or 'big'");
        }
        return little;
    }

    private static byte[] bytes(Object source, Interpreter runtime) {
        if (source instanceof PyBytes bytes) {
            return bytes.array();
        }
        if (Strings.is(source) || Iteration.find(source) == null) {
            throw Fault.type("cannot convert '" + Types.name(source) + "' object to bytes");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object item : Iteration.list(source, runtime)) {
            int value = Numbers.index(item);
            if (value < 0 || value > 0xff) {
                throw Fault.value("bytes must be in range(0, 256)");
            }
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
