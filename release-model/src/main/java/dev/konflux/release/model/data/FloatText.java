package dev.konflux.release.model.data;

import java.math.BigDecimal;
import java.math.MathContext;

/** The shortest text of a double that reads back as the same double, in the notation of the program that would have written it. */
public enum FloatText {
    /** As Go's {@code encoding/json} does: no fraction where none is needed, an exponent below 1e-6 and from 1e21 on. */
    GO_JSON(-6, 21) {
        @Override
        String finish(String digits, boolean exponential) {
            return digits;
        }
    },
    /** As Python's {@code repr} does: always a fraction or an exponent, an exponent below 1e-4 and from 1e16 on. */
    PYTHON(-4, 16) {
        @Override
        String finish(String digits, boolean exponential) {
            return exponential || digits.indexOf('.') >= 0 ? digits : digits + ".0";
        }
    },
    /** As Go's {@code strconv} does with format {@code g} and as many digits as needed: an exponent below 1e-4 and from 1e6 on. */
    GO_SHORTEST(-4, 6) {
        @Override
        String finish(String digits, boolean exponential) {
            return digits;
        }
    };

    private static final int ALWAYS_SHORTEST = 15;

    private final int smallestPlain;
    private final int firstExponential;

    FloatText(int smallestPlain, int firstExponential) {
        this.smallestPlain = smallestPlain;
        this.firstExponential = firstExponential;
    }

    abstract String finish(String digits, boolean exponential);

    /**
     * Writes a finite double.
     *
     * @throws ArithmeticException when it is not finite
     */
    public String write(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ArithmeticException(value + " has no digits");
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + finish("0", false);
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        boolean exponential = exponent < smallestPlain || exponent >= firstExponential;
        return sign + finish(exponential ? scientific(digits, exponent) : shortest.toPlainString(), exponential);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = ALWAYS_SHORTEST; precision <= 17; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == value) {
                return precision == ALWAYS_SHORTEST ? shorter(exact, rounded, value) : rounded;
            }
        }
        return exact;
    }

    /** Fewer digits can be enough only where doubles are sparse, near the smallest ones. */
    private static BigDecimal shorter(BigDecimal exact, BigDecimal found, double value) {
        if (value >= Double.MIN_NORMAL) {
            return found;
        }
        for (int precision = 1; precision < ALWAYS_SHORTEST; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return found;
    }

    private String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        int size = Math.abs(exponent);
        // Go's JSON writer drops the leading zero of a negative exponent, e-09 becomes e-9; nobody else does.
        String padding = size < 10 && this != GO_JSON ? "0" : "";
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + padding + size;
    }
}
