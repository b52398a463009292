package dev.konflux.release.collectors.git;

import org.jspecify.annotations.Nullable;

/** A repository could not be read. */
public final class GitFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** A failure with the exit code git ends with. */
    public GitFailure(int exitCode, String message) {
        this(exitCode, message, null);
    }

    /** A failure with the exit code git ends with, and its cause. */
    public GitFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The exit code git ends with. */
    public int exitCode() {
        return exitCode;
    }
}
