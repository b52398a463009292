package dev.konflux.release.model.text;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as Go's {@code strconv} understands them. */
final class GoNumber {

    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)([eE][-+]?\\d[\\d_]*)?");
    private static final Pattern INTEGER = Pattern.compile(
            "([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|0([0-7]+)|(0|[1-9][0-9]*))|0b([-+][01]+)");
    // The last form is a slip of the cluster's reader: a sign behind the prefix.
    private static final int[] RADIX = {0, 0, 16, 2, 8, 8, 10, 2};

    private GoNumber() {}

    /** A decimal floating-point number; empty when the text is none or is too large. */
    static OptionalDouble decimal(String text) {
        if (!DECIMAL.matcher(text).matches() || !underscoresBetweenDigits(text)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text.replace("_", ""));
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static boolean underscoresBetweenDigits(String text) {
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            if (i + 1 == text.length() || !isDigit(text.charAt(i - 1)) || !isDigit(text.charAt(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The digits and sign of an integer literal with any of Go's prefixes; empty text when it is none. */
    static Literal parseInteger(String text) {
        Matcher literal = INTEGER.matcher(text);
        if (!literal.matches()) {
            return Literal.NONE;
        }
        for (int group = 2; group < RADIX.length; group++) {
            String digits = literal.group(group);
            if (digits != null) {
                String sign = literal.group(1);
                return Literal.of(sign == null ? "" : sign, digits, RADIX[group]);
            }
        }
        return Literal.NONE;
    }

    /** An integer literal: fits 64 bits signed, unsigned only, or neither. */
    record Literal(OptionalLong signed, boolean unsigned, String decimal) {

        static final Literal NONE = new Literal(OptionalLong.empty(), false, "");

        private static Literal of(String sign, String digits, int radix) {
            try {
                long value = Long.parseLong(sign + digits, radix);
                return new Literal(OptionalLong.of(value), false, Long.toString(value));
            } catch (NumberFormatException notSigned) {
                return sign.isEmpty() ? unsigned(digits, radix) : NONE;
            }
        }

        private static Literal unsigned(String digits, int radix) {
            try {
                long bits = Long.parseUnsignedLong(digits, radix);
                return new Literal(OptionalLong.empty(), true, Long.toUnsignedString(bits));
            } catch (NumberFormatException tooLarge) {
                return NONE;
            }
        }
    }
}
