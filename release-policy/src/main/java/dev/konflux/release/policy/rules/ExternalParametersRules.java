package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.Notation;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Package {@code external_parameters}: the PipelineRun was given what is expected, and shares no volume. */
final class ExternalParametersRules {

    private static final String KEY = "pipeline_run_params";

    private ExternalParametersRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("external_parameters.pipeline_run_params")
                        .title("The PipelineRun was given the expected parameters")
                        .message("PipelineRun params, %v, do not match expectation, %v.")
                        .collections("redhat_security")
                        .finds(ExternalParametersRules::otherParameters),
                Rule.deny("external_parameters.pipeline_run_params_provided")
                        .title("Expected parameters are configured")
                        .message("%s")
                        .collections("policy_data redhat_security")
                        .finds((scene, found) -> DataCheck.ruleData(scene, KEY, DataCheck.SOME_TEXTS, found)),
                Rule.deny("external_parameters.restrict_shared_volumes")
                        .title("The PipelineRun shares no volume")
                        .message("PipelineRun uses shared volumes, %v.")
                        .collections("redhat_security")
                        .finds(ExternalParametersRules::sharedVolumes));
    }

    private static Value run(Provenance provenance) {
        return provenance.predicate().get("buildDefinition", "externalParameters", "runSpec");
    }

    private static void otherParameters(Scene scene, Findings found) {
        Set<Value> expected = new TreeSet<>(scene.ruleData(KEY).each());
        for (Provenance provenance : scene.attestations().pipelineRuns()) {
            Set<Value> names = new TreeSet<>();
            for (Value parameter : run(provenance).get("params").each()) {
                boolean isGiven = parameter.get("value").differs(Value.of(""));
                if (isGiven && parameter.get("name").isDefined()) {
                    names.add(parameter.get("name"));
                }
            }
            if (!names.equals(expected)) {
                found.add(Value.of(Notation.ofSet(names)), Value.of(Notation.ofSet(expected)));
            }
        }
    }

    private static void sharedVolumes(Scene scene, Findings found) {
        for (Provenance provenance : scene.attestations().pipelineRuns()) {
            Set<Value> shared = new TreeSet<>(run(provenance).get("workspaces").each());
            shared.removeIf(workspace -> !workspace.get("persistentVolumeClaim").isTrue());
            if (!shared.isEmpty()) {
                found.add(Value.of(Notation.ofSet(shared)));
            }
        }
    }
}
