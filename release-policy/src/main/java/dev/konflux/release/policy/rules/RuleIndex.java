package dev.konflux.release.policy.rules;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.policy.PolicyRule;
import java.util.List;

/** Where every rule is listed. */
public final class RuleIndex {

    /** Rules for images. */
    public static final List<PolicyRule> RELEASE = list(
            AttestationTypeRules.rules(),
            GitBranchRules.rules(),
            HermeticTaskRules.rules(),
            SlsaSourceCorrelatedRules.rules());

    /** Rules for pipelines. */
    public static final List<PolicyRule> PIPELINE = list(PipelineRules.rules(), TaskBundleRules.rules());

    /** Rules for tasks. */
    public static final List<PolicyRule> TASK =
            list(TaskRules.rules(), TaskResultsRules.rules(), TrustedArtifactsRules.rules());

    /** Rules for step actions. */
    public static final List<PolicyRule> STEPACTION = list(StepActionRules.rules());

    /** Rules for build tasks. */
    public static final List<PolicyRule> BUILD_TASK = list(BuildLabelsRules.rules());

    private RuleIndex() {}

    @SafeVarargs
    private static List<PolicyRule> list(List<Rule>... packages) {
        ImmutableList.Builder<PolicyRule> rules = ImmutableList.builder();
        for (List<Rule> one : packages) {
            rules.addAll(one);
        }
        return rules.build();
    }
}
