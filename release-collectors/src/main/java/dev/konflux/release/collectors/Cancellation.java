package dev.konflux.release.collectors;

/** Tells a collector that nobody waits for its answer any more. */
@FunctionalInterface
public interface Cancellation {

    /** Whether to stop. */
    boolean isRequested();

    /** Never. */
    static Cancellation never() {
        return () -> false;
    }

    /**
     * Stops the collector when that was asked for.
     *
     * @throws CollectorFailure with exit code 124, that of upstream's time limit
     */
    default void check() {
        if (isRequested()) {
            throw new CollectorFailure(124, "the collector was stopped: its time is over");
        }
    }
}
