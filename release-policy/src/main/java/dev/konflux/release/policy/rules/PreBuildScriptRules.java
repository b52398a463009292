package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Packages;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.ImageReference;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code pre_build_script_task}: scripts before the build run in known images. */
final class PreBuildScriptRules {

    private static final String RUNNER_IMAGE = "SCRIPT_RUNNER_IMAGE_REFERENCE";

    private PreBuildScriptRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("pre_build_script_task.pre_build_script_task_runner_image_allowed")
                        .title("The runner image comes from an allowed registry")
                        .message("Pre-Build-Script task runner image %q is from a disallowed registry")
                        .collections("redhat redhat_security")
                        .dependsOn(Rule.KNOWN_ATTESTATION_TYPE + " base_image_registries.allowed_registries_provided")
                        .finds(PreBuildScriptRules::disallowed),
                Rule.deny("pre_build_script_task.pre_build_script_task_runner_image_in_results")
                        .title("The runner image is reported")
                        .message("The runner image used for the pre-Build-Script task '%s' is not listed in the task"
                                + " results")
                        .collections("redhat redhat_security")
                        .finds(PreBuildScriptRules::notReported),
                Rule.deny("pre_build_script_task.valid_pre_build_script_task_runner_image_ref")
                        .title("The runner image is an image reference")
                        .message("Pre-Build-Script task runner image %q is not a valid image reference")
                        .collections("redhat redhat_security")
                        .finds(PreBuildScriptRules::invalid),
                Rule.deny("pre_build_script_task.pre_build_script_task_runner_image_in_sbom")
                        .title("The runner image is in the SBOM")
                        .message("Pre-Build-Script task runner image %q is not in the SBOM")
                        .collections("redhat redhat_security")
                        .finds(PreBuildScriptRules::notInSbom));
    }

    private static void disallowed(Scene scene, Findings found) {
        for (Task task : scene.attestations().preBuildTasks()) {
            Value image = task.parameter("SCRIPT_RUNNER_IMAGE");
            if (!image.startsWithAny(scene.ruleData(BaseImageRules.PREFIXES))) {
                found.addAbout(ImageReference.repositoryOf(image), image);
            }
        }
    }

    private static void notReported(Scene scene, Findings found) {
        for (Task task : scene.attestations().preBuildTasks()) {
            if (!task.result(RUNNER_IMAGE).isTrue()) {
                found.add(task.name());
            }
        }
    }

    private static void invalid(Scene scene, Findings found) {
        for (Task task : scene.attestations().preBuildTasks()) {
            Value image = task.result(RUNNER_IMAGE);
            if (ImageReference.parse(image).isEmpty()) {
                found.add(image);
            }
        }
    }

    /** The SBOM of an image index is not that of its images. */
    private static void notInSbom(Scene scene, Findings found) {
        if (!scene.image().isDefined() || scene.registry().isImageIndex(scene.image())) {
            return;
        }
        for (Task task : scene.attestations().preBuildTasks()) {
            Value image = task.result(RUNNER_IMAGE);
            ImageReference reference = ImageReference.parse(image).orElse(null);
            if (reference != null
                    && scene.sboms().all().stream().noneMatch(sbom -> Packages.containsImage(scene, sbom, reference))) {
                found.add(image);
            }
        }
    }
}
