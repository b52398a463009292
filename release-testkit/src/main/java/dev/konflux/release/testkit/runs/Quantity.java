package dev.konflux.release.testkit.runs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount in the syntax of Kubernetes: {@code 1Gi}, {@code 500m}, {@code 1e3}. It is written again in the style it was read in. */
record Quantity(BigDecimal amount, Style style) {

    /** What Kubernetes says of a text that is no quantity. */
    static final String SYNTAX =
            "quantities must match the regular expression" + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    private static final Pattern TEXT = Pattern.compile(
            "([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))" + "(?:(Ki|Mi|Gi|Ti|Pi|Ei)|(n|u|m|k|M|G|T|P|E)|[eE]([+-]?\\d{1,3}))?");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final int ONES = DECIMAL.indexOf("");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final int LONGEST_TEXT = 100;

    /** How a quantity was written. */
    enum Style {
        BINARY,
        DECIMAL,
        EXPONENT
    }

    static Optional<Quantity> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (text.length() > LONGEST_TEXT || !matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (matcher.group(2) != null) {
            return Optional.of(new Quantity(number.multiply(KIBI.pow(BINARY.indexOf(matcher.group(2)))), Style.BINARY));
        }
        if (matcher.group(4) != null) {
            return Optional.of(
                    new Quantity(number.scaleByPowerOfTen(Integer.parseInt(matcher.group(4))), Style.EXPONENT));
        }
        String suffix = matcher.group(3) == null ? "" : matcher.group(3);
        return Optional.of(new Quantity(number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - ONES)), Style.DECIMAL));
    }

    /** This amount in whole units, rounded up, times the factor, rounded up again: as a retry computes it with floating point numbers. */
    Quantity times(double factor) {
        double whole = amount.setScale(0, RoundingMode.CEILING).doubleValue();
        return new Quantity(BigDecimal.valueOf((long) Math.ceil(whole * factor)), style);
    }

    Quantity atMost(Quantity limit) {
        return amount.compareTo(limit.amount) > 0 ? limit : this;
    }

    /** The canonical text: the largest unit that leaves no fraction. */
    String text() {
        if (amount.signum() == 0) {
            return "0";
        }
        // Binary units have no fractions: small amounts are written in decimal units, large ones are rounded up.
        return style == Style.BINARY && amount.abs().compareTo(KIBI) >= 0 ? binaryText() : decimalText();
    }

    private String binaryText() {
        BigInteger number = amount.setScale(0, RoundingMode.UP).toBigIntegerExact();
        BigInteger kibi = KIBI.toBigIntegerExact();
        int unit = 0;
        while (unit < BINARY.size() - 1 && number.mod(kibi).signum() == 0) {
            number = number.divide(kibi);
            unit++;
        }
        return number + BINARY.get(unit);
    }

    private String decimalText() {
        // Amounts below a billionth are rounded up, as Kubernetes does.
        BigDecimal number = amount.setScale(9, RoundingMode.UP).scaleByPowerOfTen(9);
        int unit = 0;
        BigDecimal thousand = BigDecimal.valueOf(1000);
        while (unit < DECIMAL.size() - 1 && number.remainder(thousand).signum() == 0) {
            number = number.divide(thousand);
            unit++;
        }
        String digits = number.toBigInteger().toString();
        int exponent = 3 * (unit - ONES);
        if (style == Style.EXPONENT) {
            return exponent == 0 ? digits : digits + "e" + exponent;
        }
        return digits + DECIMAL.get(unit);
    }
}
