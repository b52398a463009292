package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code basic} of the pipeline rules. */
final class PipelineRules {

    private PipelineRules() {}

    static List<Rule> rules() {
        return List.of(Rule.deny("basic.expected_kind")
                .title("A pipeline is of kind Pipeline")
                .message("Unexpected kind '%s' for pipeline definition")
                .finds(PipelineRules::otherKind));
    }

    private static void otherKind(Scene scene, Findings found) {
        Value kind = scene.input().get("kind");
        if (!kind.is("Pipeline")) {
            found.add(kind);
        }
    }
}
