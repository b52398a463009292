package dev.konflux.release.policy.schema;

import com.google.common.collect.ImmutableList;
import com.google.re2j.Pattern;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One walk through a value and the schema it is held against. The score tells which of several alternatives fits best. */
final class Check {

    private final List<SchemaError> errors = new ArrayList<>();
    private int score;

    List<SchemaError> errors() {
        return errors;
    }

    private void error(@Nullable Path path, String description) {
        errors.add(new SchemaError(Path.text(path), description));
        score -= 2;
    }

    private void merge(Check inner) {
        errors.addAll(inner.errors);
        score += inner.score;
    }

    private static Check of(Subschema schema, Data value, @Nullable Path path) {
        Check inner = new Check();
        inner.value(schema, value, path);
        return inner;
    }

    void value(Subschema given, Data value, @Nullable Path path) {
        Keywords schema = given.keywords();
        if (!schema.types.isEmpty() && !Types.fits(schema.types, value)) {
            String expected = String.join("/", schema.types);
            error(path, "Invalid type. Expected: " + expected + ", given: " + Types.of(value));
            return;
        }
        alternatives(schema, value, path);
        if (value instanceof DataArray array) {
            items(schema, array, path);
        } else if (value instanceof DataObject object) {
            members(schema, object, path);
        } else if (value instanceof DataString string) {
            Texts.check(schema, string.text(), description -> error(path, description));
            score++;
        } else if (value instanceof DataNumber number) {
            minimum(schema, number, path);
        }
        allowed(schema, value, path);
        score++;
    }

    private void alternatives(Keywords schema, Data value, @Nullable Path path) {
        if (schema.anyOf != null) {
            int all = schema.anyOf.size();
            alternatives(schema.anyOf, all, "Must validate at least one schema (anyOf)", value, path);
        }
        if (schema.oneOf != null) {
            alternatives(schema.oneOf, 1, "Must validate one and only one schema (oneOf)", value, path);
        }
        for (Subschema part : schema.allOf) {
            if (!of(part, value, path).errors.isEmpty()) {
                error(path, "Must validate all the schemas (allOf)");
                break;
            }
        }
        score++;
    }

    private void alternatives(
            ImmutableList<Subschema> alternatives, int most, String message, Data value, @Nullable Path path) {
        int fitting = 0;
        Check best = null;
        for (Subschema alternative : alternatives) {
            Check check = of(alternative, value, path);
            if (check.errors.isEmpty()) {
                fitting++;
            } else if (best == null || check.score > best.score) {
                best = check;
            }
        }
        if (fitting == 0 || fitting > most) {
            error(path, message);
        }
        if (fitting == 0 && best != null) {
            merge(best);
        }
    }

    private void items(Keywords schema, DataArray array, @Nullable Path path) {
        if (schema.items != null) {
            for (int i = 0; i < array.size(); i++) {
                value(schema.items, array.items().get(i), Path.item(path, i));
            }
        }
        if (array.size() < schema.minItems) {
            error(path, "Array must have at least " + schema.minItems + " items");
        }
        if (schema.maxItems > 0 && array.size() > schema.maxItems) {
            error(path, "Array must have at most " + schema.maxItems + " items");
        }
        if (schema.uniqueItems) {
            repeats(array, path);
        }
        score++;
    }

    private void repeats(DataArray array, @Nullable Path path) {
        Map<Value, Integer> seen = new HashMap<>();
        for (int i = 0; i < array.size(); i++) {
            Integer before = seen.put(Value.of(array.items().get(i)), i);
            if (before != null) {
                error(path, "array items[" + before + "," + i + "] must be unique");
            }
        }
    }

    private void members(Keywords schema, DataObject object, @Nullable Path path) {
        for (String required : schema.required) {
            if (object.has(required)) {
                score++;
            } else {
                error(path, required + " is required");
            }
        }
        for (Map.Entry<String, Data> member : object.members().entrySet()) {
            member(schema, member.getKey(), member.getValue(), path);
        }
        score++;
    }

    private void member(Keywords schema, String name, Data value, @Nullable Path path) {
        Subschema expected = schema.properties.get(name);
        if (expected == null) {
            expected = further(schema, name);
        }
        if (expected != null) {
            value(expected, value, Path.member(path, name));
        } else if (schema.isClosed) {
            error(path, "Additional property " + name + " is not allowed");
        }
    }

    /** The schema of a member without one of its own. */
    private static @Nullable Subschema further(Keywords schema, String name) {
        for (Map.Entry<Pattern, Subschema> pattern : schema.patternProperties.entrySet()) {
            if (pattern.getKey().matcher(name).find()) {
                return pattern.getValue();
            }
        }
        return schema.additionalProperties;
    }

    private void minimum(Keywords schema, DataNumber number, @Nullable Path path) {
        DataNumber least = schema.minimum;
        if (least != null && number.isFinite() && number.decimal().compareTo(least.decimal()) < 0) {
            error(path, "Must be greater than or equal to " + least.text());
        }
        score++;
    }

    private void allowed(Keywords schema, Data value, @Nullable Path path) {
        if (schema.allowed != null && !schema.allowed.contains(value)) {
            String listed =
                    schema.allowed.stream().map(JsonText.compact()::write).collect(Collectors.joining(", "));
            error(path, Path.text(path) + " must be one of the following: " + listed);
        }
        score++;
    }
}
