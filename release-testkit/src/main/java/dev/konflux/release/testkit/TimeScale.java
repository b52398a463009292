package dev.konflux.release.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Places moments on a line from the first to the last moment of a story. */
record TimeScale(Instant from, Instant to) {

    private static final double WHOLE = 100;

    /** The CSS that places a bar: {@code left:0.00%;width:50.00%}. */
    String place(Instant start, Instant end) {
        return String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", percent(start), percent(end) - percent(start));
    }

    private double percent(Instant at) {
        long length = Duration.between(from, to).toMillis();
        return length <= 0 ? 0 : WHOLE * Duration.between(from, at).toMillis() / length;
    }

    /** The moment that part of the way lies behind, in whole seconds. */
    Instant at(int part, int parts) {
        return from.plusSeconds(Duration.between(from, to).toSeconds() * part / parts);
    }
}
