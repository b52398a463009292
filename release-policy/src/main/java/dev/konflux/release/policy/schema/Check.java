package dev.konflux.release.policy.schema;

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

    private final DataObject root;
    private final List<SchemaError> errors = new ArrayList<>();
    private int score;

    Check(DataObject root) {
        this.root = root;
    }

    List<SchemaError> errors() {
        return errors;
    }

    private void error(String path, String description) {
        errors.add(new SchemaError(path.isEmpty() ? "(Root)" : path, description));
        score -= 2;
    }

    private void merge(Check inner) {
        errors.addAll(inner.errors);
        score += inner.score;
    }

    private Check of(DataObject schema, Data value, String path) {
        Check inner = new Check(root);
        inner.value(schema, value, path);
        return inner;
    }

    void value(DataObject given, Data value, String path) {
        DataObject schema = References.resolve(root, given);
        List<String> types = types(schema);
        String kind = Types.of(value);
        if (!types.isEmpty() && !Types.fits(types, value)) {
            error(path, "Invalid type. Expected: " + String.join("/", types) + ", given: " + kind);
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

    private static List<String> types(DataObject schema) {
        Data type = schema.member("type");
        if (type == null) {
            return List.of();
        }
        return type.asText()
                .map(List::of)
                .orElseGet(() ->
                        type.items().stream().flatMap(t -> t.asText().stream()).toList());
    }

    private void alternatives(DataObject schema, Data value, String path) {
        if (schema.has("anyOf")) {
            alternatives(schema, "anyOf", "Must validate at least one schema (anyOf)", value, path);
        }
        if (schema.has("oneOf")) {
            alternatives(schema, "oneOf", "Must validate one and only one schema (oneOf)", value, path);
        }
        for (Data part : schema.items("allOf")) {
            if (!of(part.asObject().orElseThrow(), value, path).errors.isEmpty()) {
                error(path, "Must validate all the schemas (allOf)");
                break;
            }
        }
        score++;
    }

    private void alternatives(DataObject schema, String keyword, String message, Data value, String path) {
        int fitting = 0;
        Check best = null;
        for (Data alternative : schema.items(keyword)) {
            Check check = of(alternative.asObject().orElseThrow(), value, path);
            if (check.errors.isEmpty()) {
                fitting++;
            } else if (best == null || check.score > best.score) {
                best = check;
            }
        }
        if (fitting == 0 || (fitting > 1 && keyword.equals("oneOf"))) {
            error(path, message);
            if (fitting == 0 && best != null) {
                merge(best);
            }
        }
    }

    private void items(DataObject schema, DataArray array, String path) {
        DataObject each = schema.findObject("items").orElse(null);
        for (int i = 0; each != null && i < array.size(); i++) {
            merge(of(each, array.items().get(i), join(path, Integer.toString(i))));
        }
        long least = number(schema, "minItems");
        if (array.size() < least) {
            error(path, "Array must have at least " + least + " items");
        }
        long most = number(schema, "maxItems");
        if (most > 0 && array.size() > most) {
            error(path, "Array must have at most " + most + " items");
        }
        if (schema.find("uniqueItems").filter(Data.of(true)::equals).isPresent()) {
            repeats(array, path);
        }
        score++;
    }

    private void repeats(DataArray array, String path) {
        Map<Value, Integer> seen = new HashMap<>();
        for (int i = 0; i < array.size(); i++) {
            Integer before = seen.put(Value.of(array.items().get(i)), i);
            if (before != null) {
                error(path, "array items[" + before + "," + i + "] must be unique");
            }
        }
    }

    private void members(DataObject schema, DataObject object, String path) {
        for (Data name : schema.items("required")) {
            String required = name.asText().orElseThrow();
            if (object.has(required)) {
                score++;
            } else {
                error(path, required + " is required");
            }
        }
        DataObject known = schema.findObject("properties").orElse(DataObject.empty());
        object.members().forEach((name, value) -> {
            DataObject expected = known.findObject(name).orElse(null);
            if (expected != null) {
                merge(of(expected, value, join(path, name)));
            } else {
                further(schema, name, value, path);
            }
        });
        score++;
    }

    /** A member without a schema of its own. */
    private void further(DataObject schema, String name, Data value, String path) {
        @Nullable DataObject pattern = Texts.patternMember(schema, name);
        Data additional = schema.member("additionalProperties");
        if (pattern != null) {
            merge(of(pattern, value, join(path, name)));
        } else if (additional instanceof DataObject further) {
            merge(of(further, value, join(path, name)));
        } else if (Data.of(false).equals(additional)) {
            error(path, "Additional property " + name + " is not allowed");
        }
    }

    private void minimum(DataObject schema, DataNumber number, String path) {
        DataNumber least = schema.find("minimum").flatMap(Data::asNumber).orElse(null);
        if (least != null && number.isFinite() && number.decimal().compareTo(least.decimal()) < 0) {
            error(path, "Must be greater than or equal to " + least.text());
        }
        score++;
    }

    private void allowed(DataObject schema, Data value, String path) {
        List<Data> allowed = schema.items("enum");
        if (schema.has("enum") && !allowed.contains(value)) {
            String listed = allowed.stream().map(JsonText.compact()::write).collect(Collectors.joining(", "));
            error(path, (path.isEmpty() ? "(Root)" : path) + " must be one of the following: " + listed);
        }
        score++;
    }

    static long number(DataObject schema, String keyword) {
        return schema.find(keyword)
                .flatMap(Data::asNumber)
                .map(n -> n.asLong().orElse(0))
                .orElse(0L);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
