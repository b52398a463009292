package dev.konflux.release.policy.rules;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.policy.notions.Attestations.NamedResult;
import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.schema.SchemaError;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Packages {@code rpm_build_deps}, {@code rpm_pipeline} and {@code rpm_signature}: how RPMs were built and signed. */
final class RpmRules {

    private static final String KEYS = "allowed_rpm_signature_keys";
    private static final Pattern KEY_ID = Pattern.compile("[a-fA-F0-9]{16}");
    private static final String PIPELINE = "build.appstudio.redhat.com/pipeline";
    private static final Schema RPMS_DATA = Schema.of("""
            {"type": "object", "properties": {"keys": {
              "type": "object", "additionalProperties": {"type": "integer"}}}}
            """);

    private RpmRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("rpm_build_deps.download_location_valid")
                        .title("Build dependencies come from allowed places")
                        .message("RPM build dependency source %s is not in the allowed list %v.")
                        .collections("redhat_rpms redhat_security")
                        .finds(RpmRules::otherSource),
                Rule.deny("rpm_pipeline.invalid_pipeline")
                        .title("RPMs are built by an allowed pipeline")
                        .message("Task %q uses invalid pipleline %s, which is not in the list of valid pipelines: %s")
                        .collections("redhat_rpms redhat_security")
                        .dependsOn("tasks.pipeline_has_tasks")
                        .finds(RpmRules::otherPipeline),
                Rule.deny("rpm_signature.allowed")
                        .title("RPMs are signed with allowed keys")
                        .message("Signing key %q is not one of the allowed keys: %s")
                        .collections("redhat redhat_rpms redhat_security")
                        .since("2024-10-05")
                        .finds(RpmRules::otherKey),
                Rule.deny("rpm_signature.result_format")
                        .title("The report of keys has the right form")
                        .message("%s")
                        .collections("redhat redhat_rpms redhat_security")
                        .since("2024-10-05")
                        .finds(RpmRules::malformedResult),
                Rule.deny("rpm_signature.rule_data_provided")
                        .title("Allowed keys are configured")
                        .message("%s")
                        .collections("redhat redhat_rpms policy_data redhat_security")
                        .since("2024-10-05")
                        .finds(RpmRules::malformedRuleData));
    }

    private static void otherSource(Scene scene, Findings found) {
        Value sources = scene.ruleData("allowed_rpm_build_dependency_sources");
        if (!sources.isArray()) {
            return;
        }
        List<Data> allowed = new ArrayList<>(List.of(Data.of("NOASSERTION")));
        sources.each().forEach(source -> allowed.add(source.data().orElseThrow()));
        Value patterns = Value.of(DataArray.of(allowed));
        Set<Value> locations = new LinkedHashSet<>();
        scene.sboms().packages().forEach(pkg -> locations.add(pkg.get("downloadLocation")));
        for (Value location : locations) {
            if (!Packages.matchesAny(scene, location, patterns)) {
                found.add(location, patterns);
            }
        }
    }

    private static void otherPipeline(Scene scene, Findings found) {
        Value allowed = scene.ruleData("allowed_rpm_build_pipelines");
        for (Task task : scene.attestations().tasks()) {
            Value pipeline = task.labels().get(PIPELINE);
            if (pipeline.notIn(allowed)) {
                found.add(task.pipelineTaskName(), pipeline, allowed.joined(","));
            }
        }
    }

    private static void otherKey(Scene scene, Findings found) {
        Value allowed = scene.ruleData(KEYS);
        for (NamedResult result : scene.attestations().resultsNamed("RPMS_DATA")) {
            for (Value.Entry key : result.value().get("keys").entries()) {
                if (key.value().compareTo(Value.of(0)) > 0 && key.key().notIn(allowed)) {
                    found.addAbout(key.key(), key.key(), allowed);
                }
            }
        }
    }

    private static void malformedResult(Scene scene, Findings found) {
        for (NamedResult result : scene.attestations().resultsNamed("RPMS_DATA")) {
            for (SchemaError error : RPMS_DATA.errors(result.value().data().orElseThrow())) {
                found.add(Value.of("Task result has unexpected format: " + error.message()));
            }
        }
    }

    private static void malformedRuleData(Scene scene, Findings found) {
        DataCheck.value(scene.ruleData(KEYS), DataCheck.SOME_TEXTS, "Rule data has unexpected format: %s", found);
        for (Value key : scene.ruleData(KEYS).each()) {
            if (!key.is("unsigned") && !key.contains(KEY_ID)) {
                DataCheck.failure(Template.fill("Unexpected format of signing key %q", key), found);
            }
        }
    }
}
