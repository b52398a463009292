package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.TaskDefinitions;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code results} of the task rules: tasks declare the results that are required of them. */
final class TaskResultsRules {

    private static final String KEY = "required_task_results";

    private static final Schema REQUIRED_RESULTS = Schema.of("""
            {"type": "array", "uniqueItems": true, "items": {
              "type": "object",
              "properties": {"task": {"type": "string"}, "version": {"type": "string"}, "result": {"type": "string"}},
              "required": ["task", "result"],
              "additionalProperties": false}}
            """);

    private TaskResultsRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.deny("results.required")
                        .title("Required results are declared")
                        .message("%s")
                        .finds(TaskResultsRules::missingResults),
                Rule.deny("results.rule_data_provided")
                        .title("Required results are configured")
                        .message("%s")
                        .finds((scene, found) -> DataCheck.ruleData(scene, KEY, REQUIRED_RESULTS, found)));
    }

    private static void missingResults(Scene scene, Findings found) {
        List<Value> required = scene.ruleData(KEY).each();
        for (Value task : TaskDefinitions.in(scene)) {
            Value version = version(task.get("metadata"));
            boolean isNamed = required.stream().anyMatch(r -> r.get("version").same(version));
            for (Value requirement : required) {
                boolean applies = requirement.get("task").same(task.get("metadata", "name"));
                if (applies && !declares(task, requirement.get("result"))) {
                    report(requirement, version, isNamed, found);
                }
            }
        }
    }

    private static Value version(Value metadata) {
        return metadata.isObject()
                ? metadata.get("labels", "app.kubernetes.io/version").orElse(Value.of(""))
                : Value.UNDEFINED;
    }

    private static boolean declares(Value task, Value result) {
        return task.get("spec", "results").each().stream()
                .anyMatch(declared -> declared.get("name").same(result));
    }

    /** A requirement without version is for tasks of a version that no requirement names, be it one of other tasks. */
    private static void report(Value requirement, Value version, boolean isNamed, Findings found) {
        Value result = requirement.get("result");
        Value task = requirement.get("task");
        if (requirement.get("version").same(version)) {
            found.add(Template.fill("%q result not found in %q Task/v%s", result, task, version));
        }
        if (!requirement.get("version").isTrue() && !isNamed) {
            Value shown = version.is("") ? version : Template.fill("/v%s", version);
            found.add(Template.fill("%q result not found in %q Task%s (all versions)", result, task, shown));
        }
    }
}
