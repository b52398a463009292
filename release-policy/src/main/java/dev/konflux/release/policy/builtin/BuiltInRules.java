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

    /**
     * Rules for the data of a release: package {@code release_data}. They are this project's own, not upstream's, and in none of the other
     * lists, {@link #all()} included. The input has the members {@code data} (the merged release data) and {@code snapshot}; where the
     * caller knows them also {@code collected} (what collectors found, in the form of release data), {@code issues} (by id: {@code public},
     * {@code resolved}, {@code component}) and {@code product_security} (by product id).
     */
    public static List<PolicyRule> releaseData() {
        return RuleIndex.RELEASE_DATA;
    }

    /** Every rule of upstream's policy. */
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
