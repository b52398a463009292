package dev.konflux.release.collectors;

/** Hears what a collector is doing, one line a step. Lines never hold secrets. */
@FunctionalInterface
public interface CollectorListener {

    /** The collector reached a step. */
    void progress(String line);

    /** Hears nothing. */
    static CollectorListener silent() {
        return line -> {};
    }
}
