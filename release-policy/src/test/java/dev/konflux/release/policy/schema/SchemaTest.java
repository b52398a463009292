package dev.konflux.release.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.text.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static List<String> messages(Schema schema, String document) {
        return schema.errors(JsonReader.create().read(document, "")).stream()
                .map(SchemaError::message)
                .toList();
    }

    @Test
    void aWrongTypeIsTheOnlyErrorOfItsPlace() {
        Schema schema = Schema.of("{\"type\": \"array\", \"minItems\": 1, \"items\": {\"enum\": [\"a\"]}}");
        assertThat(messages(schema, "{}")).containsExactly("(Root): Invalid type. Expected: array, given: object");
    }

    @Test
    void aRepeatIsReportedWithThePlaceBeforeIt() {
        Schema schema = Schema.of("{\"type\": \"array\", \"uniqueItems\": true}");
        assertThat(messages(schema, "[1, 2, 1, 1]"))
                .containsExactly("(Root): array items[0,2] must be unique", "(Root): array items[2,3] must be unique");
    }

    @Test
    void errorsOfPartsAreToldBesideThatNotAllFit() {
        Schema schema = Schema.of("{\"allOf\": [{\"type\": \"string\"}, {\"minItems\": 1}]}");
        assertThat(messages(schema, "[]"))
                .containsExactly(
                        "(Root): Invalid type. Expected: string, given: array",
                        "(Root): Array must have at least 1 items",
                        "(Root): Must validate all the schemas (allOf)");
    }

    @Test
    void whatFitsNoAlternativeIsHeldAgainstTheClosest() {
        Schema schema = Schema.of("""
                {"oneOf": [
                  {"type": "string"},
                  {"type": "object", "required": ["a", "b"], "properties": {"c": {"type": "string"}}}]}
                """);
        assertThat(messages(schema, "{\"a\": 1, \"c\": \"x\"}"))
                .containsExactly("(Root): Must validate one and only one schema (oneOf)", "(Root): b is required");
    }

    @Test
    void aRepeatIsOneHoweverItsNumbersAreWritten() {
        Schema schema = Schema.of("{\"type\": \"array\", \"uniqueItems\": true}");
        assertThat(messages(schema, "[1, 1.0]")).containsExactly("(Root): array items[0,1] must be unique");
    }

    @Test
    void shapesAreSchemasInShort() {
        Schema schema = ShapeReader.read("""
                [1]
                bom { kind!:kind parts:[part]u }
                kind = big small
                part { name! size:positive }
                [2]
                kind = tiny
                """).get("2");
        assertThat(messages(schema, "{\"kind\": \"big\", \"parts\": [{\"size\": 0}], \"x\": 1}"))
                .containsExactlyInAnyOrder(
                        "kind: kind must be one of the following: \"tiny\"",
                        "parts.0: name is required",
                        "parts.0.size: Must be greater than or equal to 1",
                        "(Root): Additional property x is not allowed");
    }
}
