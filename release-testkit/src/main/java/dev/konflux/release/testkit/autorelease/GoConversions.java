package dev.konflux.release.testkit.autorelease;

import com.google.common.primitives.UnsignedLong;
import dev.cel.runtime.CelEvaluationException;
import dev.konflux.release.model.GoDuration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What cel-go reads from texts and writes as text, where Java's implementation does otherwise. */
final class GoConversions {

    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,100}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern UNDERSCORE = Pattern.compile("(?<=[0-9a-fA-F])_(?=[0-9a-fA-F])");
    private static final Pattern SPECIAL = Pattern.compile("([+-]?)(?:(inf|infinity)|nan)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?\\d+");
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:[.,](\\d+))?(?:Z|([+-])(\\d{2}):(\\d{2}))");
    private static final int NANO_DIGITS = 9;
    private static final long NANOS_IN_SECOND = 1_000_000_000L;
    private static final int MOST_OFFSET_HOURS = 24;
    private static final int SECONDS_IN_HOUR = 3600;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final int SMALLEST_EXPONENT = -4;
    private static final int LARGEST_EXPONENT = 6;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private GoConversions() {}

    static boolean bool(String text) throws CelEvaluationException {
        if (TRUE.contains(text)) {
            return true;
        }
        if (FALSE.contains(text)) {
            return false;
        }
        throw failure("bool");
    }

    static double number(String text) throws CelEvaluationException {
        Matcher special = SPECIAL.matcher(text);
        if (special.matches()) {
            double value = special.group(2) == null ? Double.NaN : Double.POSITIVE_INFINITY;
            return "-".equals(special.group(1)) ? -value : value;
        }
        String bare = UNDERSCORE.matcher(text).replaceAll("");
        if (!DECIMAL.matcher(bare).matches() && !HEXADECIMAL.matcher(bare).matches()) {
            throw failure("double");
        }
        double value = Double.parseDouble(bare);
        if (Double.isInfinite(value)) {
            throw failure("double");
        }
        return value;
    }

    static UnsignedLong unsigned(String text) throws CelEvaluationException {
        if (!DIGITS.matcher(text).matches()) {
            throw failure("uint");
        }
        BigInteger number = new BigInteger(text);
        if (number.bitLength() > Long.SIZE) {
            throw failure("uint");
        }
        return UnsignedLong.valueOf(number);
    }

    /** The shortest digits that mean the number; with an exponent below -4 and from 6 on. */
    static String text(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "+Inf" : "-Inf";
        }
        String sign = Double.doubleToRawLongBits(number) < 0 ? "-" : "";
        if (number == 0) {
            return sign + "0";
        }
        return sign + positive(shortest(Math.abs(number)));
    }

    // Double.toString gives more digits than it must on older Java.
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        int precision = 1;
        while (exact.round(new MathContext(precision)).doubleValue() != number) {
            precision++;
        }
        return exact.round(new MathContext(precision)).stripTrailingZeros();
    }

    private static String positive(BigDecimal number) {
        String digits = number.unscaledValue().toString();
        int exponent = digits.length() - 1 - number.scale();
        if (exponent >= SMALLEST_EXPONENT && exponent < LARGEST_EXPONENT) {
            return number.toPlainString();
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String size = Integer.toString(Math.abs(exponent));
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + (size.length() == 1 ? "0" : "") + size;
    }

    static Duration duration(String text) throws CelEvaluationException {
        Optional<Duration> duration = GoDuration.parse(text);
        if (duration.isEmpty()) {
            throw failure("google.protobuf.Duration");
        }
        return duration.get();
    }

    /** The seconds as a decimal fraction; cel-go goes through a floating point number, and so does this. */
    static String text(Duration duration) {
        long nanos = duration.toNanos();
        long whole = nanos / NANOS_IN_SECOND;
        double seconds = whole + (double) (nanos % NANOS_IN_SECOND) / NANOS_IN_SECOND;
        return (seconds < 0 ? "-" : "") + shortest(Math.abs(seconds)).toPlainString() + "s";
    }

    /** In UTC; cel-go keeps the offset a text was read with. */
    static String text(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC)) + "Z";
    }

    static Instant moment(String text) throws CelEvaluationException {
        Matcher parts = MOMENT.matcher(text);
        if (!parts.matches()) {
            throw failure("google.protobuf.Timestamp");
        }
        Instant moment;
        try {
            moment = OffsetDateTime.parse(parts.group(1) + "Z").toInstant();
        } catch (DateTimeException e) {
            throw failure("google.protobuf.Timestamp");
        }
        moment = moment.plusNanos(nanos(parts.group(2))).minusSeconds(offset(parts));
        return checked(moment);
    }

    /** The moment, if it lies in the years that cel-go knows. */
    static Instant checked(Instant moment) throws CelEvaluationException {
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw new CelEvaluationException("timestamp overflow");
        }
        return moment;
    }

    // Digits beyond nanoseconds are cut.
    private static long nanos(@Nullable String fraction) {
        String digits = fraction == null ? "0" : fraction;
        String cut = digits.substring(0, Math.min(digits.length(), NANO_DIGITS));
        return Long.parseLong(cut + "0".repeat(NANO_DIGITS - cut.length()));
    }

    private static long offset(Matcher parts) throws CelEvaluationException {
        if (parts.group(3) == null) {
            return 0;
        }
        long hours = Long.parseLong(parts.group(4));
        long minutes = Long.parseLong(parts.group(5));
        if (hours > MOST_OFFSET_HOURS || minutes >= SECONDS_IN_MINUTE) {
            throw failure("google.protobuf.Timestamp");
        }
        long offset = hours * SECONDS_IN_HOUR + minutes * SECONDS_IN_MINUTE;
        return "-".equals(parts.group(3)) ? -offset : offset;
    }

    private static CelEvaluationException failure(String type) {
        return new CelEvaluationException("type conversion error from 'string' to '" + type + "'");
    }
}
