package dev.konflux.release.testkit;

/** The service does not come to rest, or what a test waits for can no longer happen. The message says why. */
public final class UnsettledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsettledException(String message) {
        super(message);
    }
}
