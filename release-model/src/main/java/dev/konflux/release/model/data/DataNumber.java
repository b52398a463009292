package dev.konflux.release.model.data;

import com.google.common.base.CharMatcher;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number, kept as the text it was written with. Two numbers are equal when both are integers or both are not, and their values are
 * equal: {@code 1.0} equals {@code 1.00} and {@code 10e-1}, but not {@code 1}, because Python and the cluster tell them apart.
 */
public final class DataNumber extends Data {

    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final Pattern JSON_NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int LONGEST_LONG = 18;

    private final String text;

    private DataNumber(String text, Position position) {
        super(position);
        this.text = text;
    }

    /**
     * The number written as the given JSON text, or one of Python's {@code NaN}, {@code Infinity}, {@code -Infinity}.
     *
     * @throws IllegalArgumentException when the text is no number
     */
    public static DataNumber parse(String text) {
        if (!JSON_NUMBER.matcher(text).matches() && !isNotFinite(text)) {
            throw new IllegalArgumentException("not a JSON number: " + text);
        }
        return new DataNumber(text, Position.UNKNOWN);
    }

    /** The given integer. */
    static DataNumber whole(long number) {
        return new DataNumber(Long.toString(number), Position.UNKNOWN);
    }

    private static boolean isNotFinite(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    /** The number as it was written. */
    public String text() {
        return text;
    }

    /** Whether it is written without fraction and exponent. */
    public boolean isInteger() {
        int first = text.startsWith("-") ? 1 : 0;
        return first < text.length() && DIGITS.matchesAllOf(text.substring(first));
    }

    /** Whether it is a number in the ordinary sense, not one of Python's {@code NaN} and infinities. */
    public boolean isFinite() {
        return !isNotFinite(text);
    }

    /** The value when it is an integer that fits 64 bits. */
    public OptionalLong asLong() {
        if (!isInteger()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    /**
     * The exact value.
     *
     * @throws ArithmeticException when it is not finite
     */
    public BigDecimal decimal() {
        if (!isFinite()) {
            throw new ArithmeticException(text + " has no decimal value");
        }
        return new BigDecimal(text);
    }

    /** The nearest double. */
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public DataKind kind() {
        return DataKind.NUMBER;
    }

    @Override
    public DataNumber at(Position place) {
        return new DataNumber(text, place);
    }

    @Override
    public Optional<DataNumber> asNumber() {
        return Optional.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof DataNumber that)) {
            return false;
        }
        if (text.equals(that.text)) {
            return true;
        }
        return isInteger() == that.isInteger()
                && isFinite()
                && that.isFinite()
                && decimal().compareTo(that.decimal()) == 0;
    }

    @Override
    public int hashCode() {
        if (!isFinite()) {
            return text.hashCode();
        }
        if (isInteger() && text.length() <= LONGEST_LONG) {
            return Long.hashCode(Long.parseLong(text));
        }
        return Double.hashCode(doubleValue() + 0.0);
    }
}
