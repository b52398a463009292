package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.math.BigInteger;

/** Python's numbers: integers of any size (Long where they fit, else BigInteger), floats, and booleans that count as 0 and 1. */
public final class Numbers {

    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private static final int MOST_DIGITS = 4300;

    private Numbers() {}

    /** Whether it is an integer or a boolean. */
    public static boolean isInteger(Object value) {
        return value instanceof Long || value instanceof Boolean || value instanceof BigInteger;
    }

    /** Whether it is an integer, a boolean or a float. */
    public static boolean is(Object value) {
        return value instanceof Double || isInteger(value);
    }

    /** Whether it is an integer or boolean of 64 bits. */
    public static boolean isSmall(Object value) {
        return value instanceof Long || value instanceof Boolean;
    }

    /** The 64 bits of a small integer. */
    public static long small(Object value) {
        return value instanceof Boolean truth ? truth ? 1 : 0 : (Long) value;
    }

    /** Whether it is a number that Python writes with a sign. */
    public static boolean isNegative(Object value) {
        return value instanceof Double number
                ? number < 0 || (number == 0 && 1 / number < 0)
                : isInteger(value) && big(value).signum() < 0;
    }

    /** Any integer. */
    public static BigInteger big(Object value) {
        return value instanceof BigInteger large ? large : BigInteger.valueOf(small(value));
    }

    /** The digits of an integer. Python refuses to write more than 4300. */
    public static String digits(BigInteger value) {
        String text = value.toString();
        if (text.length() - (value.signum() < 0 ? 1 : 0) > MOST_DIGITS) {
            throw Fault.value("Exceeds the limit (" + MOST_DIGITS
                    + " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit");
        }
        return text;
    }

    /** The integer in its shortest form. */
    public static Object of(BigInteger value) {
        boolean fits = value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
        return fits ? (Object) value.longValue() : value;
    }

    /** The number as a float. */
    public static double real(Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof BigInteger large) {
            double result = large.doubleValue();
            if (Double.isInfinite(result)) {
                throw new Fault(FaultKind.OVERFLOW, "int too large to convert to float");
            }
            return result;
        }
        return small(value);
    }

    /** The integer a float is cut to. */
    public static Object truncate(double value) {
        if (Double.isNaN(value)) {
            throw Fault.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw new Fault(FaultKind.OVERFLOW, "cannot convert float infinity to integer");
        }
        if (Math.abs(value) < 9e18) {
            return (long) value;
        }
        return of(new java.math.BigDecimal(value).toBigInteger());
    }

    /** The value as an index of Java: one beyond 32 bits is as good as the outermost. Python refuses those beyond 64. */
    public static int index(Object value) {
        if (isSmall(value)) {
            return clamped(value);
        }
        if (value instanceof BigInteger) {
            throw new Fault(FaultKind.OVERFLOW, "Python int too large to convert to C ssize_t");
        }
        throw Fault.type("'" + Types.name(value) + "' object cannot be interpreted as an integer");
    }

    /** An integer of any size as the nearest index of Java. */
    static int clamped(Object integer) {
        if (isSmall(integer)) {
            return (int) Math.max(Integer.MIN_VALUE + 1, Math.min(Integer.MAX_VALUE, small(integer)));
        }
        return big(integer).signum() > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE + 1;
    }
}
