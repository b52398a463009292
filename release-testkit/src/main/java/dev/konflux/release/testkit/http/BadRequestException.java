package dev.konflux.release.testkit.http;

/** What came in is no request. */
final class BadRequestException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    BadRequestException(int status, String problem) {
        super(problem);
        this.status = status;
    }

    int status() {
        return status;
    }
}
