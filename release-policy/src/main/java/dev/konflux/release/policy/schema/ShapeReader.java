package dev.konflux.release.policy.schema;

import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads schemas in a short notation, one definition a line, the whole document being {@code bom}. A section {@code [version]} begins with
 * everything of the first section.
 *
 * <pre>
 * name { member! other:type }   an object with these members alone ({+ allows others); ! for those it must have; without type a text
 * name { (a|b) a b }            of a and b exactly one
 * name = one two                one of these words
 * name &lt; 1024                   a text of at most so many characters
 * name / one two                exactly one of these types ([/ when all of them are arrays)
 * name | one two                at least one of these types
 * name &amp; one two                all of these types
 * </pre>
 *
 * Types are names of definitions, {@code text}, {@code filled}, {@code integer}, {@code positive}, {@code boolean}, {@code date},
 * {@code address}, {@code object}, {@code any}, and arrays: {@code [type]}, followed by {@code u} for no repeats, {@code +} for at least one item,
 * {@code 1} for exactly one.
 */
public final class ShapeReader {

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final Map<String, DataObject> SIMPLE = Map.of(
            "text", type("string"),
            "filled", type("string").with("minLength", Data.of(1)),
            "integer", type("integer"),
            "positive", type("integer").with("minimum", Data.of(1)),
            "boolean", type("boolean"),
            "date", type("string").with("format", Data.of("date-time")),
            "address", type("string").with("format", Data.of("iri-reference")),
            "object", type("object"),
            "any", DataObject.empty());

    private final Map<String, Map<String, Data>> sections = new LinkedHashMap<>();

    private ShapeReader() {}

    /** The schema of each section. */
    public static Map<String, Schema> read(String text) {
        ShapeReader reader = new ShapeReader();
        Map<String, Data> section = new LinkedHashMap<>();
        for (String line : Splitter.on('\n').split(text)) {
            if (line.startsWith("[")) {
                section = reader.section(line.substring(1, line.indexOf(']')));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int blank = line.indexOf(' ');
                section.put(line.substring(0, blank), definition(line.substring(blank + 1)));
            }
        }
        Map<String, Schema> schemas = new LinkedHashMap<>();
        reader.sections.forEach((name, definitions) -> schemas.put(name, schema(definitions)));
        return schemas;
    }

    private Map<String, Data> section(String name) {
        Map<String, Data> section = sections.isEmpty()
                ? new LinkedHashMap<>()
                : new LinkedHashMap<>(sections.values().iterator().next());
        sections.put(name, section);
        return section;
    }

    private static Schema schema(Map<String, Data> definitions) {
        return Schema.of(
                DataObject.of("definitions", DataObject.of(definitions)).with("$ref", reference("bom")));
    }

    private static DataObject type(String name) {
        return DataObject.of("type", Data.of(name));
    }

    private static Data reference(String definition) {
        return Data.of("#/definitions/" + definition);
    }

    private static DataObject definition(String line) {
        int blank = line.indexOf(' ');
        String rest = line.substring(blank + 1);
        return switch (line.substring(0, blank)) {
            case "{" -> object(rest).with("additionalProperties", Data.of(false));
            case "{+" -> object(rest);
            case "=" -> type("string").with("enum", DataArray.ofTexts(WORDS.split(rest)));
            case "<" -> type("string").with("maxLength", Data.of(Long.parseLong(rest)));
            case "/" -> DataObject.of("oneOf", types(rest));
            case "[/" -> type("array").with("oneOf", types(rest));
            case "|" -> DataObject.of("anyOf", types(rest));
            case "&" -> DataObject.of("allOf", types(rest));
            default -> throw new IllegalArgumentException("no definition: " + line);
        };
    }

    private static DataArray types(String words) {
        return DataArray.of(WORDS.splitToStream(words).map(ShapeReader::typeOf).toList());
    }

    private static DataObject object(String words) {
        DataObject.Builder members = DataObject.builder();
        List<String> required = new ArrayList<>();
        DataObject object = type("object");
        for (String word : WORDS.split(words.substring(0, words.lastIndexOf('}')))) {
            if (word.startsWith("(")) {
                object = object.with("oneOf", oneRequired(word.substring(1, word.length() - 1)));
                continue;
            }
            int colon = word.indexOf(':');
            String name = colon < 0 ? word : word.substring(0, colon);
            String type = colon < 0 ? "text" : word.substring(colon + 1);
            if (name.endsWith("!")) {
                name = name.substring(0, name.length() - 1);
                required.add(name);
            }
            members.put(name, typeOf(type));
        }
        return object.with("properties", members.build()).with("required", DataArray.ofTexts(required));
    }

    private static DataArray oneRequired(String names) {
        return DataArray.of(Splitter.on('|')
                .splitToStream(names)
                .map(name -> DataObject.of("required", DataArray.ofTexts(List.of(name))))
                .toList());
    }

    private static DataObject typeOf(String word) {
        if (word.startsWith("[")) {
            int end = word.indexOf(']');
            DataObject array = type("array").with("items", typeOf(word.substring(1, end)));
            return switch (word.substring(end + 1)) {
                case "u" -> array.with("uniqueItems", Data.of(true));
                case "+" -> array.with("minItems", Data.of(1));
                case "1" -> array.with("minItems", Data.of(1)).with("maxItems", Data.of(1));
                default -> array;
            };
        }
        DataObject simple = SIMPLE.get(word);
        return simple == null ? DataObject.of("$ref", reference(word)) : simple;
    }
}
