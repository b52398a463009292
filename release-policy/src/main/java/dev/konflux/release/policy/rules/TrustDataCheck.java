package dev.konflux.release.policy.rules;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.value.Instants;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Checks what is configured about trusted tasks. */
final class TrustDataCheck {

    private static final Schema LISTS = Schema.of("""
            {"type": "object", "additionalProperties": {"type": "array", "minItems": 1, "items": {
              "type": "object",
              "properties": {
                "effective_on": {"type": "string"}, "expires_on": {"type": "string"}, "ref": {"type": "string"}},
              "required": ["ref"],
              "additionalProperties": false}}}
            """);

    private static final String GROUPS = """
            {"type": "object", "additionalProperties": {"type": "array", "items": {
              "type": "object",
              "required": ["pattern"],
              "properties": {
                "pattern": {"type": "string"},
                "effective_on": {"type": "string", "format": "date-time"},
                "message": {"type": "string"},
                "versions": {"type": "array", "items": {"type": "string"}}}}}}
            """;
    private static final Schema RULES = Schema.of("{\"type\": \"object\", \"properties\": {\"allow\": " + GROUPS
            + ", \"deny\": " + GROUPS + "}, \"additionalProperties\": false}");

    private static final Schema WARNING_DAYS = Schema.of("""
            {"type": "object",
             "properties": {"task_expiry_warning_days": {"type": "integer", "minimum": 0}}}
            """);
    private static final Schema ENABLED = Schema.of("""
            {"type": "object", "properties": {"trusted_task_rules_enabled": {"type": "boolean"}}}
            """);

    private static final String NOT_A_DATE = " is not valid RFC3339 format: %q";

    private TrustDataCheck() {}

    static void malformed(Scene scene, Findings found) {
        Value lists = scene.trust().lists().lists();
        DataCheck.value(lists, LISTS, "trusted_tasks data has unexpected format: %s", found);
        for (Value.Entry list : lists.entries()) {
            for (Value.Entry record : list.value().entries()) {
                date("trusted_tasks.%s[%d].", list.key(), record, "effective_on", found);
                date("trusted_tasks.%s[%d].", list.key(), record, "expires_on", found);
            }
        }
        setting(scene, "task_expiry_warning_days", WARNING_DAYS, found);
        setting(scene, "trusted_task_rules_enabled", ENABLED, found);
        rules(scene, found);
    }

    private static void setting(Scene scene, String key, Schema schema, Findings found) {
        DataObject setting = DataObject.of(key, scene.ruleData(key).data().orElseThrow());
        DataCheck.value(Value.of(setting), schema, "%s", found);
    }

    private static void rules(Scene scene, Findings found) {
        Value configured = scene.ruleData("trusted_task_rules");
        if (configured.isObject()) {
            DataCheck.value(configured, RULES, "trusted_task_rules data has unexpected format: %s", found);
            dates(configured, found);
        }
        dates(scene.data().get("trusted_task_rules"), found);
    }

    private static void dates(Value rules, Findings found) {
        for (String kind : List.of("allow", "deny")) {
            for (Value.Entry group : rules.get(kind).entries()) {
                for (Value.Entry rule : group.value().entries()) {
                    date("trusted_task_rules." + kind + ".%s[%d].", group.key(), rule, "effective_on", found);
                }
            }
        }
    }

    private static void date(String place, Value list, Value.Entry entry, String member, Findings found) {
        Value date = entry.value().get(member);
        if (!Instants.parse(date).isDefined()) {
            DataCheck.failure(Template.fill(place + member + NOT_A_DATE, list, entry.key(), date), found);
        }
    }
}
