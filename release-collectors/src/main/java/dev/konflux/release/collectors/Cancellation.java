package dev.konflux.release.collectors;

import java.time.Clock;
import java.time.Instant;

/** Tells a collector that nobody waits for its answer any more. */
@FunctionalInterface
public interface Cancellation {

    /** Whether to stop. */
    boolean isRequested();

    /** Never. */
    static Cancellation never() {
        return () -> false;
    }

    /** From a time on. */
    static Cancellation at(Instant deadline, Clock clock) {
        return () -> !clock.instant().isBefore(deadline);
    }

    /**
     * Stops the collector when that was asked for.
     *
     * @throws CollectorFailure with exit code 124, that of upstream's time limit
     */
    default void check() {
        if (isRequested()) {
            throw new CollectorFailure(CollectorFailure.OUT_OF_TIME, "the collector was stopped: its time is over");
        }
    }
}
