package dev.konflux.release.collectors;

import org.jspecify.annotations.Nullable;

/** A collector could not collect. Upstream ends such a run with an exit code, which fails the release. */
public final class CollectorFailure extends RuntimeException {

    /** The exit code of upstream's time limit. */
    public static final int OUT_OF_TIME = 124;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** A failure with upstream's exit code. The message must not hold secrets. */
    public CollectorFailure(int exitCode, String message) {
        this(exitCode, message, null);
    }

    /** A failure with upstream's exit code and its cause. */
    public CollectorFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The ordinary failure, exit code 1. */
    public static CollectorFailure of(String message) {
        return new CollectorFailure(1, message);
    }

    /** The exit code that upstream's program ends with. */
    public int exitCode() {
        return exitCode;
    }
}
