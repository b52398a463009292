package dev.konflux.release.policy.rules;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.schema.Schema;
import dev.konflux.release.policy.schema.SchemaError;
import dev.konflux.release.policy.value.Template;
import dev.konflux.release.policy.value.Value;
import java.util.List;
import java.util.Optional;

/** Checks that data has the form its rules expect, and reports every fault with its severity. */
final class DataCheck {

    private static final String FAILURE = "failure";

    /** A list of different texts. */
    static final Schema TEXTS =
            Schema.of("{\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"uniqueItems\": true}");

    /** A list of different texts, at least one. */
    static final Schema SOME_TEXTS = Schema.of(
            "{\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"uniqueItems\": true, \"minItems\": 1}");

    private DataCheck() {}

    /** A list of different values out of the given ones. */
    static Schema someOf(String... allowed) {
        return Schema.of(DataObject.builder()
                .put("type", "array")
                .put("items", DataObject.of("enum", DataArray.ofTexts(List.of(allowed))))
                .put("uniqueItems", true)
                .build());
    }

    /** Reports what is wrong with the rule data of that key. */
    static void ruleData(Scene scene, String key, Schema schema, Findings found) {
        value(scene.ruleData(key), schema, "Rule data " + key + " has unexpected format: %s", found);
    }

    /** Reports what is wrong with the value; the template takes the fault. */
    static void value(Value value, Schema schema, String template, Findings found) {
        for (Problem problem : problems(value, schema)) {
            Value message = Template.fill(template, Value.of(problem.message()));
            found.finding(message).severity(problem.severity()).report();
        }
    }

    /** Reports a fault that no schema can see. */
    static void failure(Value message, Findings found) {
        found.finding(message).severity(FAILURE).report();
    }

    /** A fault and how bad it is. */
    record Problem(String message, String severity) {}

    /** What is wrong with the value. A text is read as JSON first, and what is then no JSON is not looked at. */
    static List<Problem> problems(Value value, Schema schema) {
        if (value.isNull()) {
            return List.of(new Problem("Provided empty document for schema validation", FAILURE));
        }
        return document(value).stream()
                .flatMap(document -> schema.errors(document).stream())
                .map(DataCheck::problem)
                .toList();
    }

    /** What of a value can be held against a schema: what a text says in JSON, an array, an object. */
    static Optional<Data> document(Value value) {
        return value.isText() ? value.json().data() : value.data().filter(DataCheck::isCollection);
    }

    private static boolean isCollection(Data document) {
        return document instanceof DataArray || document instanceof DataObject;
    }

    private static Problem problem(SchemaError error) {
        return new Problem(error.message(), error.isUnknownMember() ? "warning" : FAILURE);
    }
}
