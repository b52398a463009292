package dev.konflux.release.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations in the syntax of Go, {@code 1h20m0s}, which is what Kubernetes writes and reads. */
public final class GoDuration {

    private static final Pattern STEP = Pattern.compile("(\\d*)(?:\\.(\\d*))?(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int LONGEST_TEXT = 200;

    private GoDuration() {}

    /** The duration a text means: {@code 3h50m}, {@code 60m}, {@code 01h0m0s}, {@code 1.5h}, {@code -2s}, {@code 0}; empty when it means none. */
    public static Optional<Duration> parse(String text) {
        boolean negative = text.startsWith("-");
        String body = negative || text.startsWith("+") ? text.substring(1) : text;
        if (body.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        if (body.isEmpty() || body.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        return nanos(body)
                .filter(total -> total.compareTo(LARGEST) <= 0)
                .map(total -> Duration.ofNanos(negative ? -total.longValueExact() : total.longValueExact()));
    }

    private static Optional<BigInteger> nanos(String body) {
        Matcher step = STEP.matcher(body);
        BigInteger total = BigInteger.ZERO;
        int end = 0;
        while (end < body.length()) {
            step.region(end, body.length());
            if (!step.lookingAt() || (step.group(1) + orEmpty(step.group(2))).isEmpty()) {
                return Optional.empty();
            }
            BigDecimal amount = new BigDecimal("0" + step.group(1) + "." + orEmpty(step.group(2)) + "0");
            BigDecimal unit = BigDecimal.valueOf(NANOS.getOrDefault(step.group(3), 0L));
            total = total.add(
                    amount.multiply(unit).setScale(0, RoundingMode.DOWN).toBigInteger());
            end = step.end();
        }
        return Optional.of(total);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The text Go writes: {@code 1h0m0s}, {@code 9m59.5s}, {@code 250ms}, {@code 0s}. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return fraction(duration.toNanos());
        }
        String seconds =
                plain(BigDecimal.valueOf(duration.toSecondsPart()).add(BigDecimal.valueOf(duration.toNanosPart(), 9)));
        if (duration.toMinutes() == 0) {
            return seconds + "s";
        }
        String minutes = duration.toMinutesPart() + "m" + seconds + "s";
        return duration.toHours() == 0 ? minutes : duration.toHours() + "h" + minutes;
    }

    private static String fraction(long nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000
                ? plain(BigDecimal.valueOf(nanos, 3)) + "\u00b5s"
                : plain(BigDecimal.valueOf(nanos, 6)) + "ms";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
