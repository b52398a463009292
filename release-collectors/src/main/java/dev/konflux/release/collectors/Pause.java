package dev.konflux.release.collectors;

import java.time.Duration;

/** Lets time pass before a call is tried again. */
@FunctionalInterface
public interface Pause {

    /**
     * Returns after the given time.
     *
     * @throws InterruptedException when the thread is to stop
     */
    void take(Duration time) throws InterruptedException;

    /** Lets the thread sleep. */
    static Pause ofTheThread() {
        return time -> Thread.sleep(time.toMillis());
    }
}
