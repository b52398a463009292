package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.Task;
import java.util.List;

/** Package {@code hermetic_task}: tasks that must build without network do. */
final class HermeticTaskRules {

    private HermeticTaskRules() {}

    static List<Rule> rules() {
        return List.of(Rule.deny("hermetic_task.hermetic")
                .title("Tasks are invoked hermetically")
                .message("Task '%s' was not invoked with the hermetic parameter set")
                .collections("redhat redhat_security")
                .dependsOn(Rule.KNOWN_ATTESTATION_TYPE)
                .finds(HermeticTaskRules::notHermetic));
    }

    private static void notHermetic(Scene scene, Findings found) {
        for (Task task : scene.attestations().tasks()) {
            boolean isRequired = task.name().in(scene.ruleData("required_hermetic_tasks"));
            if (isRequired && !task.parameter("HERMETIC").is("true")) {
                found.add(task.name());
            }
        }
    }
}
