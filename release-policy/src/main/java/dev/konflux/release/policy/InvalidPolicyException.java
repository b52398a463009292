package dev.konflux.release.policy;

/** A document is no EnterpriseContractPolicy. */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String path;

    InvalidPolicyException(String path, String message) {
        super(message);
        this.path = path;
    }

    /** Where in the spec the fault is, as {@code /sources/0/config}; empty for the spec itself. */
    public String path() {
        return path;
    }
}
