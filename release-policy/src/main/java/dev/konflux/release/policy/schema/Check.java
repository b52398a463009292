package dev.konflux.release.policy.schema;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.policy.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One walk through a value and the schema it is held against. The score tells which of several alternatives fits best. */
final class Check {

    private final List<Fault> faults = new ArrayList<>();
    private int score;

    /** An error before it is put in words; those of alternatives that do not fit never are. */
    private record Fault(@Nullable Path path, Supplier<String> description) {}

    List<SchemaError> errors() {
        return faults.stream()
                .map(fault -> new SchemaError(Path.text(fault.path), fault.description.get()))
                .toList();
    }

    private void error(@Nullable Path path, Supplier<String> description) {
        faults.add(new Fault(path, description));
        score -= 2;
    }

    private void merge(Check inner) {
        faults.addAll(inner.faults);
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
            error(
                    path,
                    () -> "Invalid type. Expected: " + String.join("/", schema.types) + ", given: " + Types.of(value));
            return;
        }
        alternatives(schema, value, path);
        if (value instanceof DataArray array) {
            items(schema, array, path);
        } else if (value instanceof DataObject object) {
            members(schema, object, path);
        } else if (value instanceof DataString string) {
            Texts.check(schema, string.text(), description -> error(path, () -> description));
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
        all(schema.allOf, value, path);
        score++;
    }

    private void all(ImmutableList<Subschema> parts, Data value, @Nullable Path path) {
        boolean fits = true;
        for (Subschema part : parts) {
            Check check = of(part, value, path);
            fits &= check.faults.isEmpty();
            merge(check);
        }
        if (!fits) {
            error(path, () -> "Must validate all the schemas (allOf)");
        }
    }

    private void alternatives(
            ImmutableList<Subschema> alternatives, int most, String message, Data value, @Nullable Path path) {
        int fitting = 0;
        Check best = null;
        for (Subschema alternative : alternatives) {
            Check check = of(alternative, value, path);
            if (check.faults.isEmpty()) {
                fitting++;
            } else if (best == null || check.score > best.score) {
                best = check;
            }
        }
        if (fitting == 0 || fitting > most) {
            error(path, () -> message);
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
            error(path, () -> "Array must have at least " + schema.minItems + " items");
        }
        if (schema.maxItems > 0 && array.size() > schema.maxItems) {
            error(path, () -> "Array must have at most " + schema.maxItems + " items");
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
                String places = before + "," + i;
                error(path, () -> "array items[" + places + "] must be unique");
            }
        }
    }

    private void members(Keywords schema, DataObject object, @Nullable Path path) {
        for (String required : schema.required) {
            if (object.has(required)) {
                score++;
            } else {
                error(path, () -> required + " is required");
            }
        }
        for (Map.Entry<String, Data> member : object.members().entrySet()) {
            member(schema, member.getKey(), member.getValue(), path);
        }
        score++;
    }

    private void member(Keywords schema, String name, Data value, @Nullable Path path) {
        Subschema expected = schema.properties.getOrDefault(name, schema.additionalProperties);
        if (expected != null) {
            value(expected, value, Path.member(path, name));
        } else if (schema.isClosed) {
            error(path, () -> "Additional property " + name + " is not allowed");
        }
    }

    private void minimum(Keywords schema, DataNumber number, @Nullable Path path) {
        DataNumber least = schema.minimum;
        if (least != null && number.isFinite() && number.decimal().compareTo(least.decimal()) < 0) {
            error(path, () -> "Must be greater than or equal to " + least.text());
        }
        score++;
    }

    private void allowed(Keywords schema, Data value, @Nullable Path path) {
        if (schema.allowed != null && !schema.allowed.contains(value)) {
            error(path, () -> Path.text(path) + " must be one of the following: " + listed(schema.allowed));
        }
        score++;
    }

    private static String listed(Collection<Data> values) {
        return values.stream().map(JsonText.compact()::write).collect(Collectors.joining(", "));
    }
}
