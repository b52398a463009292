package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code build_labels} of the build task rules: build tasks say what they build. */
final class BuildLabelsRules {

    private static final String BUILD_TYPE = "build.appstudio.redhat.com/build_type";

    private BuildLabelsRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("build_labels.build_type_label_set")
                        .title("A build task says what it builds")
                        .message("The required build label '%s' is missing")
                        .finds(BuildLabelsRules::noBuildType),
                Rule.deny("build_labels.build_task_has_label")
                        .title("A build task has labels")
                        .message("The task definition does not include any labels")
                        .finds(BuildLabelsRules::noLabels));
    }

    private static void noBuildType(Scene scene, Findings found) {
        Value labels = Task.of(scene.input()).labels();
        if (labels.isObject() && !labels.get(BUILD_TYPE).isDefined()) {
            found.add(Value.of(BUILD_TYPE));
        }
    }

    private static void noLabels(Scene scene, Findings found) {
        if (!Task.of(scene.input()).labels().isTrue()) {
            found.add();
        }
    }
}
