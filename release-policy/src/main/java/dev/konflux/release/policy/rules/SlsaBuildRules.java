package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.InTotoStatements;
import dev.konflux.release.policy.notions.Provenance;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Package {@code slsa_build_scripted_build}: the image was built by steps of trusted tasks of the pipeline. */
final class SlsaBuildRules {

    private static final String SLSA = "slsa3 redhat redhat_rpms redhat_security";

    private SlsaBuildRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("slsa_build_scripted_build.build_script_used")
                        .title("Build tasks have steps")
                        .message("Build task %q does not contain any steps")
                        .collections(SLSA)
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaBuildRules::noSteps),
                Rule.deny("slsa_build_scripted_build.build_task_image_results_found")
                        .title("There is a build task")
                        .message("Build task not found")
                        .collections(SLSA)
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaBuildRules::noBuildTask),
                Rule.deny("slsa_build_scripted_build.subject_build_task_matches")
                        .title("What is attested was built")
                        .message("The attestation subject, %q, does not match any of the images built")
                        .collections(SLSA)
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaBuildRules::otherSubject),
                Rule.deny("slsa_build_scripted_build.image_built_by_trusted_task")
                        .title("The image was built by a trusted task")
                        .message("Image %q not built by a trusted task: %s")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                        .finds(SlsaBuildRules::notBuiltByTrustedTask));
    }

    private static void noSteps(Scene scene, Findings found) {
        for (Task task : scene.attestations().buildTasks()) {
            if (task.steps().isEmpty()) {
                found.add(task.data().get("name"));
            }
        }
    }

    private static void noBuildTask(Scene scene, Findings found) {
        if (scene.attestations().pipelineRuns().stream()
                .anyMatch(run -> run.buildTasks().isEmpty())) {
            found.add();
        }
    }

    private static void otherSubject(Scene scene, Findings found) {
        for (Provenance run : scene.attestations().pipelineRuns()) {
            List<ImageReference> built = new ArrayList<>();
            for (Task task : run.buildTasks()) {
                task.artifacts()
                        .images()
                        .forEach(image -> ImageReference.parse(image).ifPresent(built::add));
            }
            for (Value subject : run.buildTasks().isEmpty() ? List.<Value>of() : subjects(run)) {
                boolean isBuilt = ImageReference.parse(subject)
                        .filter(image -> built.stream().anyMatch(other -> other.names(image)))
                        .isPresent();
                if (!isBuilt) {
                    found.add(subject);
                }
            }
        }
    }

    private static List<Value> subjects(Provenance run) {
        List<Value> subjects = new ArrayList<>();
        for (Value subject : run.statement().get("subject").each()) {
            for (Value digest : InTotoStatements.digests(subject)) {
                if (subject.get("name").isText()) {
                    subjects.add(Template.fill("%s@%s", subject.get("name"), digest));
                }
            }
        }
        return subjects;
    }

    private static void notBuiltByTrustedTask(Scene scene, Findings found) {
        Value digest = ImageReference.digestOf(scene.image());
        if (!digest.isDefined()) {
            return;
        }
        Set<Task> builders = new LinkedHashSet<>();
        for (Task task : scene.attestations().buildTasks()) {
            if (task.artifacts().digests().contains(digest)) {
                builders.add(task);
            }
        }
        if (builders.isEmpty()) {
            found.add(scene.image(), Value.of("No Pipeline Tasks built the image"));
            return;
        }
        Set<Value> names = new TreeSet<>();
        Value manifests = scene.attestations().manifests();
        scene.trust().untrusted(builders, manifests).forEach(task -> names.add(task.name()));
        if (!names.isEmpty() && names.stream().allMatch(Value::isText)) {
            String listed =
                    names.stream().map(name -> name.text().orElseThrow()).collect(Collectors.joining(","));
            found.add(scene.image(), Template.fill("Build Task(s) %q are not trusted", Value.of(listed)));
        }
    }
}
