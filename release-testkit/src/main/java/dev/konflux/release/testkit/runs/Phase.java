package dev.konflux.release.testkit.runs;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The five pipelines of a release, in the order they run. */
public enum Phase {
    TENANT_COLLECTORS(
            "TenantCollectorsPipelineProcessed",
            "tenant-collectors",
            "tenant collectors",
            "collectorsProcessing",
            "tenantCollectorsProcessing"),
    MANAGED_COLLECTORS(
            "ManagedCollectorsPipelineProcessed",
            "managed-collectors",
            "managed collectors",
            "collectorsProcessing",
            "managedCollectorsProcessing"),
    TENANT("TenantPipelineProcessed", "tenant", "tenant", "tenantProcessing"),
    MANAGED("ManagedPipelineProcessed", "managed", "managed", "managedProcessing"),
    FINAL("FinalPipelineProcessed", "final", "final", "finalProcessing");

    private final String conditionType;
    private final String runType;
    private final String words;
    private final ImmutableList<String> statusPath;

    Phase(String conditionType, String runType, String words, String... statusPath) {
        this.conditionType = conditionType;
        this.runType = runType;
        this.words = words;
        this.statusPath =
                ImmutableList.<String>builder().add("status").add(statusPath).build();
    }

    /** The phase whose runs carry that type label. */
    public static Optional<Phase> ofRunType(String type) {
        return Arrays.stream(values())
                .filter(phase -> phase.runType.equals(type))
                .findFirst();
    }

    /** The type of the phase's condition. */
    public String conditionType() {
        return conditionType;
    }

    /** The type label of its runs, and the beginning of their names. */
    public String runType() {
        return runType;
    }

    /** What a release says when a run of the phase failed. */
    public String runFailure() {
        return "Release processing failed on " + words + " pipelineRun";
    }

    /** What a release says when no run could be created. */
    public String runCreationFailure() {
        return runFailure() + " creation";
    }

    /** What a release says when no role binding could be created. */
    public String bindingCreationFailure() {
        String whose = this == MANAGED ? words + " pipeline" : words;
        return "Release processing failed on " + whose + " RoleBinding creation";
    }

    /** Whether a collectors pipeline runs in it. */
    public boolean isCollectors() {
        return this == TENANT_COLLECTORS || this == MANAGED_COLLECTORS;
    }

    /** Where a release records the phase's run, from the root of the document. */
    public List<String> statusPath() {
        return statusPath;
    }
}
