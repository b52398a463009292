package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.TaskDefinitions;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Packages {@code annotations}, {@code kind}, {@code step_images} and {@code step_image_registries} of the task rules. */
final class TaskRules {

    static final String STEP_PREFIXES = "allowed_step_image_registry_prefixes";
    private static final String EXPIRES_ON = "build.appstudio.redhat.com/expires-on";

    private TaskRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("annotations.expires_on_format")
                        .title("The expiry of a task is a date")
                        .message("Expires on time is not in RFC3339 format: %q")
                        .finds(TaskRules::malformedExpiry),
                Rule.deny("kind.expected_kind")
                        .title("A task is of kind Task")
                        .message("Unexpected kind '%s' for task definition")
                        .finds(TaskRules::otherKind),
                Rule.deny("kind.kind_present")
                        .title("A task has a kind")
                        .message("Required field 'kind' not found")
                        .finds(TaskRules::noKind),
                Rule.deny("step_images.step_images_accessible")
                        .title("Images of steps can be fetched")
                        .message("Step %d uses inaccessible image ref '%s'")
                        .since("2025-02-10")
                        .finds(TaskRules::inaccessibleStepImage),
                Rule.deny("step_image_registries.step_images_permitted")
                        .title("Images of steps come from permitted registries")
                        .message("Step %d uses disallowed image ref '%s'")
                        .finds(TaskRules::disallowedStepImage),
                Rule.deny("step_image_registries.step_image_registry_prefix_list_provided")
                        .title("Permitted registries of steps are configured")
                        .message("%s")
                        .finds((scene, found) ->
                                DataCheck.ruleData(scene, STEP_PREFIXES, DataCheck.SOME_TEXTS, found)));
    }

    private static void malformedExpiry(Scene scene, Findings found) {
        for (Value task : TaskDefinitions.in(scene)) {
            Value expiry = task.get("metadata", "annotations", EXPIRES_ON);
            if (!Instants.parse(expiry).isDefined()) {
                found.add(expiry);
            }
        }
    }

    private static void otherKind(Scene scene, Findings found) {
        for (Value task : TaskDefinitions.in(scene)) {
            if (!task.get("kind").is("Task")) {
                found.add(task.get("kind"));
            }
        }
    }

    private static void noKind(Scene scene, Findings found) {
        if (TaskDefinitions.in(scene).stream()
                .anyMatch(task -> !task.get("kind").isTrue())) {
            found.add();
        }
    }

    private static List<Value> tasks(Scene scene) {
        return TaskDefinitions.in(scene).stream()
                .filter(task -> task.get("kind").is("Task"))
                .toList();
    }

    private static void inaccessibleStepImage(Scene scene, Findings found) {
        for (Value task : tasks(scene)) {
            for (Value.Entry step : task.get("spec", "steps").entries()) {
                Value image = step.value().get("image");
                if (!scene.registry().manifest(image).isTrue()) {
                    found.addAbout(image, step.key(), image);
                }
            }
        }
    }

    private static void disallowedStepImage(Scene scene, Findings found) {
        for (Value task : tasks(scene)) {
            for (Value.Entry step : task.get("spec", "steps").entries()) {
                Value image = step.value().get("image");
                if (!image.startsWithAny(scene.ruleData(STEP_PREFIXES))) {
                    found.addAbout(TaskDefinitions.nameAndVersion(task), step.key(), image);
                }
            }
        }
    }
}
