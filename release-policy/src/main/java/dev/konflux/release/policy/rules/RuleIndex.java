package dev.konflux.release.policy.rules;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.policy.PolicyRule;
import java.util.List;

/** Where every rule is listed. */
public final class RuleIndex {

    /** Rules for images. */
    public static final List<PolicyRule> RELEASE = list(
            AttestationTypeRules.rules(),
            BaseImageRules.rules(),
            BuildTaskRules.rules(),
            CveRules.rules(),
            ExternalParametersRules.rules(),
            GitBranchRules.rules(),
            GithubCertificateRules.rules(),
            HermeticTaskRules.rules(),
            LabelsRules.rules(),
            MavenReposRules.rules(),
            OlmRules.rules(),
            OlmImageRules.rules(),
            PreBuildScriptRules.rules(),
            ProvenanceRules.rules(),
            QuayExpirationRules.rules(),
            RhtapMultiCiRules.rules(),
            RpmOstreeRules.rules(),
            RpmPackagesRules.rules(),
            RpmRules.rules(),
            RpmReposRules.rules(),
            SbomRules.rules(),
            SbomCyclonedxRules.rules(),
            SbomSpdxRules.rules(),
            ScheduleRules.rules(),
            SlsaBuildRules.rules(),
            SlsaProvenanceRules.rules(),
            SlsaSourceCorrelatedRules.rules(),
            SourceImageRules.rules(),
            TasksRules.rules(),
            TestAttestationRules.rules(),
            TestRules.rules(),
            TrustedTaskRules.rules(),
            VolatileConfigRules.rules());

    /** Rules for pipelines. */
    public static final List<PolicyRule> PIPELINE =
            list(PipelineRules.rules(), RequiredTasksRules.rules(), TaskBundleRules.rules());

    /** Rules for tasks. */
    public static final List<PolicyRule> TASK =
            list(TaskRules.rules(), TaskResultsRules.rules(), TrustedArtifactsRules.rules());

    /** Rules for step actions. */
    public static final List<PolicyRule> STEPACTION = list(StepActionRules.rules());

    /** Rules for build tasks. */
    public static final List<PolicyRule> BUILD_TASK = list(BuildLabelsRules.rules());

    /** Rules of this project for release data. */
    public static final List<PolicyRule> RELEASE_DATA = list(ReleaseDataRules.rules());

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
