package dev.konflux.release.policy.notions;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.policy.RuleEvaluationException;
import org.jspecify.annotations.Nullable;

/** Where one value is expected and two different ones are found, the whole evaluation of the package is given up. */
final class Ambiguity {

    private Ambiguity() {}

    /** Refuses a second value that differs from the first. */
    static void refuse(@Nullable Data first, Data second, String what) {
        if (first != null && !first.equals(second)) {
            throw new RuleEvaluationException(
                    "eval_conflict_error: functions must not produce multiple outputs for same inputs: " + what);
        }
    }
}
