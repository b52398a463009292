package dev.konflux.release.model.admission;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the notation in which the schemas are kept: one field a line, indented below its parent. */
final class SchemaText {

    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private final Map<String, TextPattern> patterns = new HashMap<>();
    private final Map<String, Schema> definitions = new HashMap<>();
    private final List<KindSchema> kinds = new ArrayList<>();
    private final List<String> lines;
    private int next;

    private SchemaText(List<String> lines) {
        this.lines = lines;
    }

    static List<KindSchema> read(String text) {
        SchemaText reader = new SchemaText(
                LINES.splitToStream(text).filter(line -> !line.startsWith("#")).toList());
        while (reader.next < reader.lines.size()) {
            reader.block(WORDS.splitToList(reader.lines.get(reader.next++)));
        }
        return List.copyOf(reader.kinds);
    }

    private void block(List<String> words) {
        switch (words.get(0)) {
            case "pattern" -> patterns.put(words.get(1), TextPattern.of(words.get(2)));
            case "define" -> definitions.put(words.get(1), schema(words.subList(2, words.size()), 0));
            case "kind" -> kinds.add(kind(words));
            default -> throw new IllegalArgumentException("no such block: " + words.get(0));
        }
    }

    private KindSchema kind(List<String> words) {
        List<String> marks = words.subList(4, words.size());
        List<String> rules = new ArrayList<>(List.of("object"));
        marks.stream().filter(mark -> mark.startsWith("rule=")).forEach(rules::add);
        Schema root = schema(rules, 0);
        return new KindSchema(
                words.get(1), words.get(2), words.get(3), marks.contains("status"), marks.contains("storage"), root);
    }

    private Schema schema(List<String> words, int indent) {
        SchemaBuilder builder = new SchemaBuilder();
        for (String word : words) {
            builder.word(word, patterns);
        }
        while (next < lines.size() && indentOf(lines.get(next)) > indent) {
            field(builder, lines.get(next++));
        }
        return new Schema(builder);
    }

    private void field(SchemaBuilder parent, String line) {
        List<String> words = WORDS.splitToList(line);
        String marked = words.get(0);
        boolean required = marked.endsWith("!");
        String name = required ? marked.substring(0, marked.length() - 1) : marked;
        Schema schema = fieldSchema(words.subList(1, words.size()), indentOf(line));
        switch (name) {
            case "-" -> parent.items = schema;
            case "*" -> parent.values = schema;
            default -> parent.properties.put(name, schema);
        }
        if (required) {
            parent.required.add(name);
        }
    }

    private Schema fieldSchema(List<String> words, int indent) {
        if (!words.get(0).startsWith("@")) {
            return schema(words, indent);
        }
        Schema defined = definitions.get(words.get(0).substring(1));
        if (defined == null) {
            throw new IllegalArgumentException("not defined: " + words.get(0));
        }
        return defined;
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
