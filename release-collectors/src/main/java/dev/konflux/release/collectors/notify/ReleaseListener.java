package dev.konflux.release.collectors.notify;

/**
 * Hears that a release ended; the mirror image of a collector. Implementations are handed to {@link Notifications}, which keeps what they throw
 * away from the release. They may hear of one release twice and must then leave the world as after the first time.
 */
@FunctionalInterface
public interface ReleaseListener {

    /**
     * A release ended.
     *
     * @throws RuntimeException when telling others did not work; the message must not hold secrets
     */
    void released(ReleaseEvent event);

    /** What it is called in reports. */
    default String name() {
        return getClass().getSimpleName();
    }
}
