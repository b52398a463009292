package dev.konflux.release.testkit.store;

/** The cluster refused a request. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ApiError error;

    /** A refusal. */
    public ApiException(ApiError error) {
        super(error.message());
        this.error = error;
    }

    /** What the cluster said. */
    public ApiError error() {
        return error;
    }
}
