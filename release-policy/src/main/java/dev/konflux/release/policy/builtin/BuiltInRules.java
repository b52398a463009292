package dev.konflux.release.policy.builtin;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.rules.RuleIndex;
import java.util.List;

/** The rules of the Conforma policy in Java, by what they judge. */
public final class BuiltInRules {

    private BuiltInRules() {}

    /** Rules for an image that is to be released. */
    public static List<PolicyRule> release() {
        return RuleIndex.RELEASE;
    }

    /** Rules for the definition of a Pipeline. */
    public static List<PolicyRule> pipeline() {
        return RuleIndex.PIPELINE;
    }

    /** Rules for the definition of a Task, or the bundle that holds some. */
    public static List<PolicyRule> task() {
        return RuleIndex.TASK;
    }

    /** Rules for the definition of a StepAction. */
    public static List<PolicyRule> stepaction() {
        return RuleIndex.STEPACTION;
    }

    /** Rules for the definition of a Task that builds. */
    public static List<PolicyRule> buildTask() {
        return RuleIndex.BUILD_TASK;
    }

    /** Every rule. */
    public static List<PolicyRule> all() {
        return ImmutableList.<PolicyRule>builder()
                .addAll(release())
                .addAll(pipeline())
                .addAll(task())
                .addAll(stepaction())
                .addAll(buildTask())
                .build();
    }
}
