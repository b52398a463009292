package dev.konflux.release.policy;

/** No policy is bound to a name. */
public final class UnknownPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String name;

    private UnknownPolicyException(String name, String message) {
        super(message);
        this.name = name;
    }

    static UnknownPolicyException of(String name, boolean unpublished) {
        String what = unpublished
                ? "the policy \"" + name + "\" is a resource of its cluster and not published"
                : "there is no policy named \"" + name + "\"";
        return new UnknownPolicyException(
                name,
                what + ": bind the EnterpriseContractPolicy to its name with PolicyCatalog.bind(\"" + name
                        + "\", policy)");
    }

    /** The name that was asked for. */
    public String name() {
        return name;
    }
}
