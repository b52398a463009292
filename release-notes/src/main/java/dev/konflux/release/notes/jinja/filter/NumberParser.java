package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.Printer;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Python's {@code int(text, base)} and {@code float(text)}. */
final class NumberParser {

    private static final Pattern REAL = Pattern.compile(
            "[+-]?(?:\\d++(?:_\\d++)*+(?:\\.(?:\\d++(?:_\\d++)*+)?+)?+|\\.\\d++(?:_\\d++)*+)(?:[eE][+-]?\\d++(?:_\\d++)*+)?+");
    private static final int MOST_DIGITS = 4300;

    private NumberParser() {}

    static Object integer(String text, Object baseValue) {
        if (!Numbers.isInteger(baseValue)) {
            throw Fault.type("'" + Types.name(baseValue) + "' object cannot be interpreted as an integer");
        }
        int base = Numbers.index(baseValue);
        if (base != 0 && (base < 2 || base > 36)) {
            throw Fault.value("int() base must be >= 2 and <= 36, or 0");
        }
        String stripped = Strings.strip(text);
        boolean signed = stripped.startsWith("-") || stripped.startsWith("+");
        String digits = (signed ? stripped.substring(1) : stripped).toLowerCase(Locale.ROOT);
        int prefixed = prefixBase(digits);
        boolean hasPrefix = prefixed > 0 && (base == 0 || base == prefixed);
        int radix = base == 0 ? hasPrefix ? prefixed : 10 : base;
        String body = hasPrefix ? digits.substring(2) : digits;
        boolean leadingUnderscore = hasPrefix && body.startsWith("_");
        String clean = underscored(leadingUnderscore ? body.substring(1) : body);
        boolean zeroes = base == 0
                && !hasPrefix
                && clean.length() > 1
                && clean.startsWith("0")
                && clean.chars().anyMatch(c -> c != '0');
        if (clean.isEmpty()
                || zeroes
                || clean.length() > MOST_DIGITS
                || !clean.chars().allMatch(c -> Character.digit(c, radix) >= 0)) {
            throw Fault.value("invalid literal for int() with base " + base + ": " + Printer.reprOf(text));
        }
        BigInteger value = new BigInteger(ascii(clean, radix), radix);
        return Numbers.of(stripped.startsWith("-") ? value.negate() : value);
    }

    private static String ascii(String digits, int radix) {
        StringBuilder out = new StringBuilder();
        digits.chars().forEach(c -> out.append(Character.forDigit(Character.digit(c, radix), radix)));
        return out.toString();
    }

    private static int prefixBase(String digits) {
        return digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 0;
    }

    private static String underscored(String digits) {
        boolean misplaced = digits.startsWith("_") || digits.endsWith("_") || digits.contains("__");
        return misplaced ? "" : digits.replace("_", "");
    }

    static double real(CharSequence text) {
        String stripped = Strings.strip(text.toString());
        String lower = stripped.toLowerCase(Locale.ROOT);
        String unsigned = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
        double sign = lower.startsWith("-") ? -1 : 1;
        if (unsigned.equals("inf") || unsigned.equals("infinity")) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (unsigned.equals("nan")) {
            return Double.NaN;
        }
        if (!REAL.matcher(stripped).matches()) {
            throw Fault.value("could not convert string to float: " + Printer.reprOf(text));
        }
        return Double.parseDouble(stripped.replace("_", ""));
    }
}
