package dev.konflux.release.collectors.jq;

/** A program is no jq program, or does not go together with its input. */
public final class JqError extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An error with jq's words or similar ones. */
    public JqError(String message) {
        super(message);
    }
}
