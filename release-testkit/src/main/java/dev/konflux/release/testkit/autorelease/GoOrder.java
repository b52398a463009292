package dev.konflux.release.testkit.autorelease;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The order of values in cel-go: numbers of all types among each other, texts by characters, never NaN. */
final class GoOrder {

    private static final double SMALLEST_LONG = -0x1p63;
    private static final double ABOVE_LONG = 0x1p63;
    private static final double ABOVE_UNSIGNED = 0x1p64;

    private GoOrder() {}

    /**
     * Compares two values.
     *
     * @throws CelEvaluationException when they have no order
     */
    static int compare(Object left, Object right) throws CelEvaluationException {
        if (isNumber(left) && isNumber(right)) {
            return numbers(left, right);
        }
        if (left instanceof String a && right instanceof String b) {
            return texts(a, b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return a.compareTo(b);
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.compareTo(b);
        }
        if (left instanceof CelByteString a && right instanceof CelByteString b) {
            return Arrays.compareUnsigned(a.toByteArray(), b.toByteArray());
        }
        throw new CelEvaluationException("no such overload");
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof UnsignedLong || value instanceof Double;
    }

    private static int numbers(Object left, Object right) throws CelEvaluationException {
        if (isNaN(left) || isNaN(right)) {
            throw new CelEvaluationException("NaN values cannot be ordered");
        }
        if (left instanceof Double number) {
            return -withDouble(right, number);
        }
        if (right instanceof Double number) {
            return withDouble(left, number);
        }
        if (left instanceof Long a && right instanceof Long b) {
            return a.compareTo(b);
        }
        return unsigned(left, right);
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double number && number.isNaN();
    }

    // Beyond the range of an integer the double decides; within it the integer becomes a double, which may lose digits.
    private static int withDouble(Object number, double right) {
        if (number instanceof Long integer) {
            return right < SMALLEST_LONG ? 1 : right > ABOVE_LONG ? -1 : order(integer.doubleValue(), right);
        }
        if (number instanceof UnsignedLong integer) {
            return right < 0 ? 1 : right > ABOVE_UNSIGNED ? -1 : order(integer.doubleValue(), right);
        }
        return order((Double) number, right);
    }

    private static int order(double left, double right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    private static int unsigned(Object left, Object right) {
        if (left instanceof Long a && a < 0) {
            return -1;
        }
        if (right instanceof Long b && b < 0) {
            return 1;
        }
        return unsigned(left).compareTo(unsigned(right));
    }

    private static UnsignedLong unsigned(Object value) {
        return value instanceof UnsignedLong number ? number : UnsignedLong.valueOf((Long) value);
    }

    // Java compares halves of characters beyond the first 65,536.
    private static int texts(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}
