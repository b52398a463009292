package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.text.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the parts of one schema from the words of its line and the lines below. */
final class SchemaBuilder {

    ValueType type = ValueType.ANY;
    boolean nullable;
    boolean open;
    boolean set;

    @Nullable
    Schema items;

    @Nullable
    Schema values;

    @Nullable
    Data defaultValue;

    final Map<String, Schema> properties = new TreeMap<>();
    final List<String> required = new ArrayList<>();
    final List<String> mapKeys = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    private String format = "";
    private @Nullable TextPattern pattern;
    private int minLength = -1;
    private int maxLength = -1;
    private int minItems = -1;
    private int maxItems = -1;
    private boolean hasMinimum;
    private long minimum;
    private List<String> allowed = List.of();

    Constraints constraints() {
        return new Constraints(format, pattern, minLength, maxLength, minItems, maxItems, hasMinimum, minimum, allowed);
    }

    void word(String word, Map<String, TextPattern> patterns) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            flag(word);
        } else {
            setting(word.substring(0, equals), word.substring(equals + 1), patterns);
        }
    }

    private void flag(String word) {
        switch (word) {
            case "nullable" -> nullable = true;
            case "open" -> open = true;
            case "set" -> set = true;
            default -> type = ValueType.named(word);
        }
    }

    private void setting(String name, String value, Map<String, TextPattern> patterns) {
        switch (name) {
            case "format" -> format = value;
            case "pattern" -> pattern = patterns.get(value);
            case "minLength" -> minLength = Integer.parseInt(value);
            case "maxLength" -> maxLength = Integer.parseInt(value);
            case "minItems" -> minItems = Integer.parseInt(value);
            case "maxItems" -> maxItems = Integer.parseInt(value);
            case "minimum" -> {
                hasMinimum = true;
                minimum = Long.parseLong(value);
            }
            case "enum" -> allowed = List.of(value.split("\\|"));
            case "default" -> defaultValue = JsonReader.create().read(value, "");
            case "keys" -> mapKeys.addAll(List.of(value.split(",")));
            case "rule" -> rules.add(Rule.named(value));
            default -> throw new IllegalArgumentException("no such setting: " + name);
        }
    }
}
