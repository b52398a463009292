package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.TaskDefinitions;
import dev.konflux.release.policy.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Package {@code trusted_artifacts} of the task rules: tasks hand artifacts on in the way that can be verified. */
final class TrustedArtifactsRules {

    private static final String SUFFIX = "_ARTIFACT";

    private TrustedArtifactsRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("trusted_artifacts.parameter")
                        .title("Parameters that take artifacts are named so")
                        .message("The parameter %q of the Task %q does not use the _ARTIFACT suffix")
                        .finds((scene, found) -> wrongNames(scene, "use", "$(params.", ")", found)),
                Rule.deny("trusted_artifacts.result")
                        .title("Results that give artifacts are named so")
                        .message("The result %q of the Task %q does not use the _ARTIFACT suffix")
                        .finds((scene, found) -> wrongNames(scene, "create", "$(results.", ".path)", found)),
                Rule.deny("trusted_artifacts.workspace")
                        .title("Tasks with trusted artifacts share no workspace")
                        .message("General purpose workspace %q is not allowed")
                        .since("2024-07-07")
                        .finds(TrustedArtifactsRules::generalWorkspace));
    }

    private static void wrongNames(Scene scene, String command, String start, String end, Findings found) {
        for (Value step : scene.input().get("spec", "steps").each()) {
            boolean handsOn = step.get("image").contains("trusted-artifacts")
                    && Value.of(command).in(step.get("args"));
            List<Value> arguments = handsOn ? step.get("args").each() : List.of();
            for (Value argument : arguments) {
                for (Value line : argument.split("\n")) {
                    Value name = between(start, end, line.text().orElseThrow());
                    if (!name.endsWith(SUFFIX)) {
                        found.add(name, TaskDefinitions.nameAndVersion(scene.input()));
                    }
                }
            }
        }
    }

    /** What stands between the first opening and the last closing, as upstream's greedy expression finds it; one name a line. */
    private static Value between(String start, String end, String line) {
        int opening = line.indexOf(start);
        int from = opening + start.length();
        int to = line.lastIndexOf(end);
        return opening >= 0 && to >= from ? Value.of(line.substring(from, to)) : Value.UNDEFINED;
    }

    private static void generalWorkspace(Scene scene, Findings found) {
        Value spec = scene.input().get("spec");
        Set<Value> names = new LinkedHashSet<>();
        Stream.of("params", "results")
                .flatMap(member -> spec.get(member).each().stream())
                .forEach(declared -> names.add(declared.get("name")));
        if (names.stream().noneMatch(name -> name.endsWith(SUFFIX))) {
            return;
        }
        for (Value workspace : spec.get("workspaces").each()) {
            if (workspace.get("name").notIn(scene.ruleData("allowed_trusted_artifacts_workspaces"))) {
                found.add(workspace.get("name"));
            }
        }
    }
}
