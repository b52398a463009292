package dev.konflux.release.notes.jinja.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as Python's {@code repr()} writes them: the shortest digits that read back as the same number. */
public final class FloatText {

    private static final double PLAIN_BELOW = 1e15;

    private FloatText() {}

    /** The text of a float. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < PLAIN_BELOW) {
            String whole = Long.toString((long) value) + ".0";
            return value == 0 && 1 / value < 0 ? "-" + whole : whole;
        }
        BigDecimal digits = shortest(value);
        String unscaled = digits.unscaledValue().abs().toString();
        int exponent = unscaled.length() - digits.scale() - 1;
        String text = exponent < -4 || exponent >= 16 ? scientific(unscaled, exponent) : plain(unscaled, exponent);
        return value < 0 ? "-" + text : text;
    }

    /** The shortest decimal that is nearest to the float. */
    public static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 15; precision < 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String power = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (power.length() < 2 ? "0" + power : power);
    }

    private static String plain(String digits, int exponent) {
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + digits;
        }
        if (digits.length() <= exponent + 1) {
            return digits + "0".repeat(exponent + 1 - digits.length()) + ".0";
        }
        return digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }
}
