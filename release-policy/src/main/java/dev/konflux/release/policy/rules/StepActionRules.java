package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.TaskDefinitions;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Packages {@code stepaction_image} and {@code stepaction_kind}. */
final class StepActionRules {

    private StepActionRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("stepaction_image.accessible")
                        .title("The image of a step action can be fetched")
                        .message("Image ref %q is inaccessible")
                        .finds(StepActionRules::inaccessible),
                Rule.deny("stepaction_image.permitted")
                        .title("The image of a step action comes from a permitted registry")
                        .message("Image ref %q is disallowed")
                        .finds(StepActionRules::disallowed),
                Rule.deny("stepaction_image.rule_data")
                        .title("Permitted registries of steps are configured")
                        .message("%s")
                        .finds((scene, found) ->
                                DataCheck.ruleData(scene, TaskRules.STEP_PREFIXES, DataCheck.SOME_TEXTS, found)),
                Rule.deny("stepaction_kind.valid")
                        .title("A step action is of kind StepAction")
                        .message("Unexpected kind %q for StepAction definition")
                        .finds(StepActionRules::otherKind));
    }

    private static void inaccessible(Scene scene, Findings found) {
        Value image = scene.input().get("spec", "image");
        if (!scene.registry().manifest(image).isTrue()) {
            found.addAbout(image, image);
        }
    }

    private static void disallowed(Scene scene, Findings found) {
        Value image = scene.input().get("spec", "image");
        if (!image.startsWithAny(scene.ruleData(TaskRules.STEP_PREFIXES))) {
            found.addAbout(TaskDefinitions.nameAndVersion(scene.input()), image);
        }
    }

    private static void otherKind(Scene scene, Findings found) {
        Value kind = scene.input().getOrEmpty("kind");
        if (!kind.is("StepAction")) {
            found.add(kind);
        }
    }
}
