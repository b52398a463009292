package dev.konflux.release.collectors.http;

import dev.konflux.release.collectors.Pause;
import dev.konflux.release.model.http.HttpAnswer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * How often a server that is busy or does not answer is asked, and when: after the time it names, else after one second, two, four and so on, never after more than a
 * minute.
 *
 * @param tries how often it is asked in all
 * @param pause lets the time pass
 * @param clock tells how long it is until a date that the server names; without one the date counts as the shortest wait
 */
public record Retries(int tries, Pause pause, Optional<Clock> clock) {

    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    /** Asks once. */
    public static Retries none() {
        return new Retries(1, Pause.ofTheThread(), Optional.empty());
    }

    static boolean isBusy(HttpAnswer answer) {
        return BUSY.contains(answer.status());
    }

    /** Waits before the next try, after an answer or none. */
    void await(int tried, Optional<HttpAnswer> answer) throws InterruptedException {
        Duration wanted = answer.flatMap(found -> found.header("retry-after"))
                .map(this::named)
                .orElseGet(() -> backOff(tried));
        pause.take(wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted);
    }

    private static Duration backOff(int tried) {
        return Duration.ofSeconds(1L << Math.min(tried - 1, MOST_DOUBLINGS));
    }

    /** Seconds or a date; anything else means the shortest wait. */
    private Duration named(String header) {
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration until = clock.map(now -> Duration.between(now.instant(), date.toInstant()))
                    .orElse(backOff(1));
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return backOff(1);
        }
    }
}
