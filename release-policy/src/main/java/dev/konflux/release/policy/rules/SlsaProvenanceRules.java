package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Packages {@code slsa_build_build_service} and {@code slsa_provenance_available}: a known service built, in a known format. */
final class SlsaProvenanceRules {

    private static final String BUILDER_IDS = "allowed_builder_ids";
    private static final String PREDICATE_TYPES = "allowed_predicate_types";

    private SlsaProvenanceRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("slsa_build_build_service.slsa_builder_id_found")
                        .title("The builder is named")
                        .message("Builder ID not set in attestation")
                        .collections("slsa3 redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaProvenanceRules::noBuilder),
                Rule.deny("slsa_build_build_service.slsa_builder_id_accepted")
                        .title("The builder is an accepted one")
                        .message("Builder ID %q is unexpected")
                        .collections("slsa3 redhat redhat_rpms redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaProvenanceRules::otherBuilder),
                Rule.deny("slsa_build_build_service.allowed_builder_ids_provided")
                        .title("Accepted builders are configured")
                        .message("%s")
                        .collections("slsa3 redhat redhat_rpms policy_data redhat_security")
                        .finds((scene, found) -> DataCheck.ruleData(scene, BUILDER_IDS, DataCheck.SOME_TEXTS, found)),
                Rule.deny("slsa_provenance_available.attestation_predicate_type_accepted")
                        .title("Provenance is in an accepted format")
                        .message("Attestation predicate type %q is not an expected type (%s)")
                        .collections("minimal slsa3 redhat redhat_rpms redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaProvenanceRules::otherPredicateType),
                Rule.deny("slsa_provenance_available.allowed_predicate_types_provided")
                        .title("Accepted formats of provenance are configured")
                        .message("%s")
                        .collections("minimal slsa3 redhat redhat_rpms policy_data redhat_security")
                        .finds((scene, found) ->
                                DataCheck.ruleData(scene, PREDICATE_TYPES, DataCheck.SOME_TEXTS, found)));
    }

    private static Value builder(Provenance run) {
        return run.predicate().get("builder", "id").orElse(run.predicate().get("runDetails", "builder", "id"));
    }

    private static void noBuilder(Scene scene, Findings found) {
        if (scene.attestations().pipelineRuns().stream()
                .anyMatch(run -> !builder(run).isTrue())) {
            found.add();
        }
    }

    private static void otherBuilder(Scene scene, Findings found) {
        for (Provenance run : scene.attestations().pipelineRuns()) {
            if (builder(run).notIn(scene.ruleData(BUILDER_IDS))) {
                found.add(builder(run));
            }
        }
    }

    private static void otherPredicateType(Scene scene, Findings found) {
        Value allowed = scene.ruleData(PREDICATE_TYPES);
        for (Provenance run : scene.attestations().pipelineRuns()) {
            Value type = run.statement().get("predicateType");
            if (type.notIn(allowed)) {
                found.add(type, allowed.joined(", "));
            }
        }
    }
}
