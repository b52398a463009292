package dev.konflux.release.policy.report;

/** A report cannot be made: a format it does not know, a key that is none. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with upstream's message. */
    public ReportException(String message) {
        super(message);
    }
}
