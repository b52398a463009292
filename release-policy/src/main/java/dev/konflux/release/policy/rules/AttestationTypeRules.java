package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code attestation_type}: there is an attestation of the PipelineRun, of a known type. */
final class AttestationTypeRules {

    private static final String KNOWN_TYPES = "known_attestation_types";

    private AttestationTypeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("attestation_type.known_attestation_type")
                        .title("Attestations are of a known type")
                        .message("Unknown attestation type '%s'")
                        .collections("minimal redhat redhat_rpms slsa3 redhat_security")
                        .dependsOn("attestation_type.pipelinerun_attestation_found")
                        .finds(AttestationTypeRules::unknownType),
                Rule.deny("attestation_type.known_attestation_types_provided")
                        .title("Known attestation types are configured")
                        .message("%s")
                        .collections("minimal redhat redhat_rpms policy_data redhat_security")
                        .finds((scene, found) -> DataCheck.ruleData(scene, KNOWN_TYPES, DataCheck.SOME_TEXTS, found)),
                Rule.deny("attestation_type.pipelinerun_attestation_found")
                        .title("There is an attestation of the PipelineRun")
                        .message("Missing pipelinerun attestation")
                        .collections("minimal redhat redhat_rpms slsa3 redhat_security")
                        .finds(AttestationTypeRules::noPipelineRun),
                Rule.deny("attestation_type.deprecated_policy_attestation_format")
                        .title("Attestations are given in the current form")
                        .message("Deprecated policy attestation format found")
                        .collections("minimal redhat redhat_rpms")
                        .since("2023-08-31")
                        .finds(AttestationTypeRules::deprecatedForm));
    }

    private static void unknownType(Scene scene, Findings found) {
        for (Provenance run : scene.attestations().pipelineRuns()) {
            Value type = run.statement().get("_type");
            if (type.notIn(scene.ruleData(KNOWN_TYPES))) {
                found.add(type);
            }
        }
    }

    private static void noPipelineRun(Scene scene, Findings found) {
        if (scene.attestations().pipelineRuns().isEmpty()) {
            found.add();
        }
    }

    private static void deprecatedForm(Scene scene, Findings found) {
        if (scene.attestations().all().stream()
                .anyMatch(attestation -> !attestation.get("statement").isTrue())) {
            found.add();
        }
    }
}
