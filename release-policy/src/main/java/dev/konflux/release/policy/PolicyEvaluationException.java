package dev.konflux.release.policy;

/** There is no verdict: the policy contradicts itself, or nothing came of the rules. */
public final class PolicyEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with upstream's message. */
    public PolicyEvaluationException(String message) {
        super(message);
    }
}
