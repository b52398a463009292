package dev.konflux.release.model.golang;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory, processors or storage in the syntax of Kubernetes: {@code 1Gi}, {@code 500m}, {@code 1e3}. What is computed from it is
 * written in the style it was read in.
 *
 * <p>Source: {@code resource.Quantity} of Kubernetes' apimachinery.
 */
public final class GoQuantity {

    private static final int NANO = 9;
    private static final int UNIT = 3;
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigDecimal LARGEST_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final double TOO_LARGE = 0x1p63;

    /** What Go makes of a number that is too large. */
    private static final BigDecimal OVERFLOWN = BigDecimal.valueOf(Long.MIN_VALUE);

    private static final int LONGEST_TEXT = 100;
    private static final Pattern FORM = Pattern.compile(
            "([+-]?)(?=\\.?\\d)0*(\\d*)(?:\\.(\\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\\d{1,3}))?");
    private static final Pattern ONLY_SUFFIX_UNKNOWN = Pattern.compile("[+-]?\\d*(?:\\.\\d*)?[eEinumkKMGTP]+[+-]?\\d*");

    private final BigDecimal amount;
    private final Style style;
    private final String text;

    private enum Style {
        BINARY,
        DECIMAL,
        EXPONENT
    }

    private GoQuantity(BigDecimal amount, Style style, String text) {
        this.amount = amount;
        this.style = style;
        this.text = text;
    }

    private static GoQuantity computed(long amount, Style style) {
        BigDecimal exact = BigDecimal.valueOf(amount);
        return new GoQuantity(exact, style, canonical(exact, style));
    }

    /** Reads a quantity; empty when the text is none. Parts smaller than a billionth are rounded up. */
    public static Optional<GoQuantity> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST_TEXT || !form.matches()) {
            return Optional.empty();
        }
        Digits digits = new Digits(form.group(2), form.group(3) == null ? "" : form.group(3));
        if (form.group(4) != null) {
            int kibis = BINARY.indexOf(form.group(4));
            return Optional.of(binary(text, form.group(1), digits, kibis));
        }
        boolean isExponent = form.group(6) != null;
        int power = isExponent ? Integer.parseInt(form.group(6)) : UNIT * DECIMAL.indexOf(suffix(form)) - NANO;
        BigDecimal amount = rounded(digits.number(form.group(1)).scaleByPowerOfTen(power));
        Style style = isExponent ? Style.EXPONENT : Style.DECIMAL;
        return Optional.of(
                new GoQuantity(amount, style, digits.areCanonicalTimesTenTo(power) ? text : canonical(amount, style)));
    }

    private static String suffix(Matcher form) {
        return form.group(5) == null ? "" : form.group(5);
    }

    private static GoQuantity binary(String text, String sign, Digits digits, int kibis) {
        BigDecimal most = sign.equals("-") ? LARGEST_BINARY.negate() : LARGEST_BINARY;
        BigDecimal exact = rounded(digits.number(sign).multiply(KIBI.pow(kibis)));
        BigDecimal amount = exact.abs().compareTo(LARGEST_BINARY) > 0 ? most : exact;
        Style style = amount.abs().compareTo(BigDecimal.ONE) < 0 ? Style.DECIMAL : Style.BINARY;
        return new GoQuantity(amount, style, digits.areCanonicalTimesKibi(kibis) ? text : canonical(amount, style));
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.scale() > NANO ? amount.setScale(NANO, RoundingMode.UP) : amount;
    }

    /** Why a text is no quantity. */
    public static String fault(String text) {
        return ONLY_SUFFIX_UNKNOWN.matcher(text).matches()
                ? "unable to parse quantity's suffix"
                : "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    }

    /**
     * The digits of a quantity without leading zeros. The library keeps a text that looks canonical to it, though it may not be:
     * {@code 1.024G} stays what it is.
     */
    private record Digits(String whole, String decimals) {

        private static final int MOST = 18;
        private static final int MOST_BINARY = 14;
        private static final int LOW_BITS = 0x07;

        BigDecimal number(String sign) {
            return new BigDecimal(sign + "0" + whole + "." + decimals);
        }

        boolean areCanonicalTimesTenTo(int power) {
            String all = (whole.isEmpty() ? "0" : whole) + decimals;
            int last = power - decimals.length();
            return all.length() <= MOST
                    && last >= -NANO
                    && last % UNIT == 0
                    && !all.endsWith("000")
                    && !all.startsWith("0");
        }

        boolean areCanonicalTimesKibi(int kibis) {
            return decimals.isEmpty()
                    && !whole.isEmpty()
                    && whole.length() + UNIT * kibis <= MOST_BINARY
                    && (Long.parseLong(whole) & LOW_BITS) != 0;
        }
    }

    /**
     * This amount in whole units, rounded up, times the factor, rounded up again: as a retry of the Release Service computes it, in floating
     * point numbers.
     */
    public GoQuantity times(double factor) {
        double product = Math.ceil(whole() * factor);
        boolean fits = product >= -TOO_LARGE && product < TOO_LARGE;
        return fits ? computed((long) product, style) : new GoQuantity(OVERFLOWN, style, OVERFLOWN.toString());
    }

    /** What is too large counts as nothing. */
    private double whole() {
        BigInteger whole = amount.setScale(0, RoundingMode.CEILING).toBigInteger();
        return whole.bitLength() < Long.SIZE ? whole.longValue() : 0;
    }

    /** The smaller of the two; this one when they are equal. */
    public GoQuantity atMost(GoQuantity limit) {
        return amount.compareTo(limit.amount) > 0 ? limit : this;
    }

    /** The text it was read from where that is canonical, else the shortest: in the largest unit that leaves no fraction. */
    public String text() {
        return text;
    }

    private static String canonical(BigDecimal amount, Style style) {
        if (amount.signum() == 0) {
            return "0";
        }
        // Binary units have no fractions, and small amounts are written without a unit.
        boolean isBinary = style == Style.BINARY
                && amount.abs().compareTo(KIBI) >= 0
                && amount.stripTrailingZeros().scale() <= 0;
        return isBinary ? binaryText(amount.toBigInteger()) : decimalText(amount.stripTrailingZeros(), style);
    }

    private static String binaryText(BigInteger amount) {
        BigInteger kibi = KIBI.toBigInteger();
        BigInteger number = amount;
        int unit = 0;
        while (unit < BINARY.size() - 1 && number.mod(kibi).signum() == 0) {
            number = number.divide(kibi);
            unit++;
        }
        return number + BINARY.get(unit);
    }

    private static String decimalText(BigDecimal amount, Style style) {
        int thousands = Math.floorDiv(-amount.scale(), UNIT);
        if (style == Style.EXPONENT) {
            return times(amount, thousands) + (thousands == 0 ? "" : "e" + thousands * UNIT);
        }
        int ones = DECIMAL.indexOf("");
        int unit = Math.min(thousands + ones, DECIMAL.size() - 1);
        return times(amount, unit - ones) + DECIMAL.get(unit);
    }

    private static String times(BigDecimal amount, int thousands) {
        return amount.scaleByPowerOfTen(-thousands * UNIT).toPlainString();
    }
}
