package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Floats in the forms {@code e f g %} of Python's formats. */
final class NumberText {

    private static final int MOST_DIGITS = 5_000;

    private NumberText() {}

    /** The digits of a float that is not negative, in a form. */
    static String of(double value, char form, int precision, boolean alternate) {
        if (precision > MOST_DIGITS) {
            throw Fault.limit("a number of more than " + MOST_DIGITS + " digits");
        }
        char lower = Character.toLowerCase(form);
        String text = Double.isNaN(value)
                ? "nan"
                : Double.isInfinite(value) ? "inf" : finite(value, lower, precision < 0 ? 6 : precision, alternate);
        return Character.isUpperCase(form) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String finite(double value, char form, int precision, boolean alternate) {
        String text = switch (form) {
            case 'f' -> fixed(value, precision);
            case 'e' -> scientific(value, precision);
            case '%' -> fixed(value * 100, precision) + "%";
            default -> general(value, precision == 0 ? 1 : precision, alternate);
        };
        return alternate ? pointed(text) : text;
    }

    /** The digits with a point also where no digit is behind it. */
    private static String pointed(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.startsWith(".", end) ? text : text.substring(0, end) + "." + text.substring(end);
    }

    private static String fixed(double value, int precision) {
        return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(double value, int precision) {
        if (value == 0) {
            return (precision == 0 ? "0" : "0." + "0".repeat(precision)) + "e+00";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().toString();
        int exponent = digits.length() - rounded.scale() - 1;
        String padded = digits + "0".repeat(Math.max(0, precision + 1 - digits.length()));
        String mantissa =
                precision == 0 ? padded.substring(0, 1) : padded.charAt(0) + "." + padded.substring(1, precision + 1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }

    private static String general(double value, int precision, boolean alternate) {
        if (value == 0) {
            return alternate ? "0." + "0".repeat(precision - 1) : "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(precision, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= precision) {
            String text = scientific(value, precision - 1);
            int e = text.indexOf('e');
            return alternate ? text : trimmed(text.substring(0, e)) + text.substring(e);
        }
        String text = rounded.setScale(Math.max(0, precision - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
        return alternate ? text : trimmed(text);
    }

    private static String trimmed(String digits) {
        if (digits.indexOf('.') < 0) {
            return digits;
        }
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** Digits in groups of three (or four for other bases). */
    static String grouped(String digits, char separator, int size) {
        int end = digits.length();
        for (int i = 0; i < digits.length(); i++) {
            if (!Character.isLetterOrDigit(digits.charAt(i)) || (size == 3 && !Character.isDigit(digits.charAt(i)))) {
                end = i;
                break;
            }
        }
        StringBuilder out = new StringBuilder(digits.substring(0, end));
        for (int i = end - size; i > 0; i -= size) {
            out.insert(i, separator);
        }
        return out + digits.substring(end);
    }
}
