package dev.konflux.release.policy;

/** A rule had to give up, and with it the evaluation of its package: two values stood where one may stand. */
public final class RuleEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with the engine's message, as {@code eval_conflict_error: ...}. */
    public RuleEvaluationException(String message) {
        super(message);
    }
}
