package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;

/** Checks the lists of required tasks. */
final class TasksDataCheck {

    private static final String LIST = """
            {"type": "array", "uniqueItems": true, "items": {
              "type": "object",
              "properties": {
                "effective_on": {"type": "string"},
                "tasks": {"type": "array", "uniqueItems": true, "minItems": 1, "items": {"oneOf": [
                  {"type": "string"},
                  {"type": "array", "items": {"type": "string"}, "uniqueItems": true, "minItems": 1}]}}},
              "required": ["effective_on", "tasks"]}}
            """;
    private static final Schema REQUIRED = Schema.of(LIST);
    private static final Schema PIPELINE_REQUIRED =
            Schema.of("{\"type\": \"object\", \"additionalProperties\": " + LIST + "}");

    private TasksDataCheck() {}

    static void malformed(Scene scene, Findings found) {
        Value byPipeline = scene.data().get("pipeline-required-tasks");
        Value byDefault = scene.data().get("required-tasks");
        String format = " has unexpected format: %s";
        DataCheck.value(byPipeline, PIPELINE_REQUIRED, "Data pipeline-required-tasks" + format, found);
        DataCheck.value(byDefault, REQUIRED, "Data required-tasks" + format, found);
        for (Value.Entry entry : byDefault.entries()) {
            date("required-tasks[%d].effective_on", entry, found);
        }
        for (Value.Entry list : byPipeline.entries()) {
            for (Value.Entry entry : list.value().entries()) {
                String name = list.key().text().orElse("").replace("%", "%%");
                date("pipeline-required-tasks." + name + "[%d].effective_on", entry, found);
            }
        }
    }

    private static void date(String place, Value.Entry entry, Findings found) {
        Value date = entry.value().get("effective_on");
        if (!Instants.parse(date).isDefined()) {
            DataCheck.failure(Template.fill(place + " is not valid RFC3339 format: %q", entry.key(), date), found);
        }
    }
}
