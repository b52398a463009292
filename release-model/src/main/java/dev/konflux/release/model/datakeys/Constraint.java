package dev.konflux.release.model.datakeys;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonText;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One thing a value has to fulfil, with JSON Schema's word for it and the message its Python implementation gives. */
@FunctionalInterface
interface Constraint {

    void check(Data value, DataPath path, Violations violations);

    static Constraint type(String name, Predicate<Data> isOfType) {
        return (value, path, violations) -> {
            if (!isOfType.test(value)) {
                violations.add(path, "type", PythonText.repr(value) + " is not of type '" + name + "'");
            }
        };
    }

    static Constraint oneOf(List<String> allowed) {
        String list = allowed.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
        return (value, path, violations) -> {
            if (value.asText().filter(allowed::contains).isEmpty()) {
                violations.add(path, "enum", PythonText.repr(value) + " is not one of " + list);
            }
        };
    }

    /** The pattern is looked for anywhere in a text, with the rules of ECMAScript. */
    static Constraint pattern(String expression, Pattern pattern) {
        String shown = PythonText.repr(expression);
        return (value, path, violations) -> value.asText()
                .filter(text -> !pattern.matcher(text).find())
                .ifPresent(text -> violations.add(path, "pattern", PythonText.repr(text) + " does not match " + shown));
    }

    static Constraint notEmpty() {
        return (value, path, violations) -> {
            if (value instanceof DataArray array && array.isEmpty()) {
                violations.add(path, "minItems", "[] should be non-empty");
            }
        };
    }

    static Constraint required(List<String> names) {
        return (value, path, violations) -> {
            if (value instanceof DataObject object) {
                names.stream()
                        .filter(name -> !object.has(name))
                        .forEach(name ->
                                violations.add(path, "required", PythonText.repr(name) + " is a required property"));
            }
        };
    }

    /** At least one alternative holds, else {@code anyOf} is broken. */
    static Constraint anyOf(Predicate<DataObject> isFine) {
        return (value, path, violations) -> {
            if (value instanceof DataObject object && !isFine.test(object)) {
                violations.add(path, "anyOf", PythonText.repr(value) + " is not valid under any of the given schemas");
            }
        };
    }

    /** Exactly one of two members is there. Anything that is no object has, in the eyes of JSON Schema, both. */
    static Constraint exactlyOne(String first, String second) {
        return (value, path, violations) -> {
            boolean isObject = value instanceof DataObject;
            boolean hasFirst = !isObject || value.find(first).isPresent();
            boolean hasSecond = !isObject || value.find(second).isPresent();
            if (hasFirst == hasSecond) {
                String problem = hasFirst
                        ? " is valid under each of {'required': ['%s']}, {'required': ['%s']}".formatted(second, first)
                        : " is not valid under any of the given schemas";
                violations.add(path, "oneOf", PythonText.repr(value) + problem);
            }
        };
    }
}
