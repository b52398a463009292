package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.notions.TrustedArtifacts;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Package {@code trusted_task}: the tasks of the build are trusted, and so is what they were given. */
final class TrustedTaskRules {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String RUNNER_IMAGE = "SCRIPT_RUNNER_IMAGE_REFERENCE";

    private TrustedTaskRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("trusted_task.tagged")
                        .title("Task references have a tag")
                        .message("Pipeline task %q uses an untagged task reference, %s")
                        .collections("redhat redhat_rpms")
                        .since("2024-05-07")
                        .finds(TrustedTaskRules::untagged),
                Rule.warn("trusted_task.pinned")
                        .title("Task references are pinned")
                        .message("Pipeline task %q uses an unpinned task reference, %s")
                        .collections("redhat redhat_rpms redhat_security")
                        .since("2024-05-07")
                        .finds(TrustedTaskRules::unpinned),
                Rule.warn("trusted_task.current")
                        .title("Tasks are of a current version")
                        .message("A newer version of task %q exists. Please update before %s. The current bundle is %q"
                                + " and the latest bundle ref is %q")
                        .collections("redhat redhat_rpms redhat_security")
                        .since("2024-05-07")
                        .finds(TrustedTaskRules::outdated),
                Rule.warn("trusted_task.future_deny_rule")
                        .title("No task is about to be denied")
                        .message("Task %q will be denied by rule pattern %q starting on %s.")
                        .collections("redhat")
                        .finds(TrustedTaskRules::deniedLater),
                Rule.deny("trusted_task.trusted")
                        .title("Tasks are trusted")
                        .message("%s")
                        .collections("redhat redhat_security")
                        .since("2024-05-07")
                        .finds(UntrustedTasks::report),
                Rule.deny("trusted_task.trusted_parameters")
                        .title("Images given to build tasks are trusted")
                        .message("The %q parameter of the %q PipelineTask includes an untrusted digest: %s")
                        .collections("redhat redhat_security")
                        .since("2021-07-04")
                        .finds(TrustedTaskRules::untrustedParameter),
                Rule.deny("trusted_task.valid_trusted_artifact_inputs")
                        .title("Artifacts come from the same pipeline")
                        .message("Code tampering detected, input %q for task %q was not produced by the pipeline as"
                                + " attested.")
                        .collections("redhat redhat_rpms redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(TrustedTaskRules::foreignArtifact),
                Rule.deny("trusted_task.data")
                        .title("Trusted tasks are configured")
                        .message("Missing required trusted_tasks data")
                        .collections("redhat redhat_rpms redhat_security")
                        .since("2024-05-07")
                        .finds(TrustedTaskRules::noData),
                Rule.deny("trusted_task.data_format")
                        .title("Trusted tasks are configured in the right form")
                        .message("%s")
                        .collections("redhat redhat_rpms policy_data redhat_security")
                        .finds(TrustDataCheck::malformed));
    }

    private static void untagged(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            if (task.bundle().isTrue()
                    && task.reference().filter(r -> r.tag().isEmpty()).isPresent()) {
                found.addAbout(task.name(), task.pipelineTaskName(), task.info());
            }
        }
    }

    private static void unpinned(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            if (task.reference().filter(reference -> !reference.isPinned()).isPresent()) {
                found.addAbout(task.name(), task.pipelineTaskName(), task.info());
            }
        }
    }

    private static void outdated(Scene scene, Findings found) {
        if (scene.trust().isByRules()) {
            return;
        }
        for (Task task : scene.attestations().tasks()) {
            Value expiry = scene.trust().lists().expiry(task);
            if (expiry.isDefined()) {
                Value newest = scene.trust().lists().newest(task);
                found.addAbout(task.name(), task.pipelineTaskName(), Instants.format(expiry), task.info(), newest);
            }
        }
    }

    private static void deniedLater(Scene scene, Findings found) {
        if (!scene.trust().isByRules()) {
            return;
        }
        Value manifests = scene.attestations().manifests();
        for (Task task : scene.attestations().tasks()) {
            for (Value rule : scene.trust().rules().denyingLater(task, manifests)) {
                found.addAbout(task.name(), task.pipelineTaskName(), rule.get("pattern"), rule.get("effective_on"));
            }
        }
    }

    private static void untrustedParameter(Scene scene, Findings found) {
        if (scene.trust().isWithoutData()) {
            return;
        }
        Set<Value> trusted = trustedDigests(scene);
        for (Task task : scene.attestations().buildTasks()) {
            for (Value.Entry parameter : task.parameters().entries()) {
                // artifacts are looked at elsewhere
                if (parameter.key().isText() && !parameter.key().endsWith("_ARTIFACT")) {
                    for (Value digest : digests(texts(parameter.value()))) {
                        if (!trusted.contains(digest)) {
                            found.add(parameter.key(), task.pipelineTaskName(), digest);
                        }
                    }
                }
            }
        }
    }

    private static List<Value> texts(Value value) {
        return value.isText() ? List.of(value) : value.each();
    }

    private static Set<Value> digests(List<Value> texts) {
        Set<Value> digests = new LinkedHashSet<>();
        for (Value text : texts) {
            digests.addAll(text.all(DIGEST));
        }
        return digests;
    }

    private static Set<Value> trustedDigests(Scene scene) {
        Value manifests = scene.attestations().manifests();
        Set<Value> trusted = new LinkedHashSet<>();
        for (Task task : scene.attestations().buildTasks()) {
            if (scene.trust().isTrusted(task, manifests)) {
                task.results().forEach(result -> trusted.addAll(digests(values(result))));
            }
        }
        for (Value component : scene.input().get("snapshot", "components").each()) {
            trusted.add(ImageReference.digestOf(component.get("containerImage")));
        }
        for (Task task : scene.attestations().preBuildTasks()) {
            if (scene.trust().isTrusted(task, manifests)) {
                trusted.addAll(digests(List.of(task.result(RUNNER_IMAGE))));
            }
        }
        return trusted;
    }

    /** A result without a type is not read. */
    private static List<Value> values(Value result) {
        Value type = result.get("type");
        Value value = result.get("value");
        if (type.is("string")) {
            return List.of(value);
        }
        return type.is("array") || type.is("object") ? value.each() : List.of();
    }

    private static void foreignArtifact(Scene scene, Findings found) {
        for (Provenance run : scene.attestations().pipelineRuns()) {
            TrustedArtifacts artifacts = run.artifacts();
            for (Task task : run.tasks()) {
                for (Value input : artifacts.inputs(task)) {
                    if (!artifacts.isProduced(input)) {
                        found.addAbout(input, input, task.pipelineTaskName());
                    }
                }
            }
        }
    }

    private static void noData(Scene scene, Findings found) {
        if (scene.trust().isWithoutData()) {
            found.add();
        }
    }
}
