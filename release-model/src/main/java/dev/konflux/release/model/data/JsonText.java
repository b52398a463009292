package dev.konflux.release.model.data;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Ways of writing {@link Data} as JSON. Numbers keep the text they were read with; members keep their order unless sorting is asked for. */
public final class JsonText {

    private static final JsonText COMPACT = new JsonText(",", ":", 0, false, false);
    private static final JsonText PYTHON = new JsonText(", ", ": ", 0, true, false);

    private final String itemSeparator;
    private final String nameSeparator;
    private final int indent;
    private final boolean asciiOnly;
    private final boolean sorted;

    private JsonText(String itemSeparator, String nameSeparator, int indent, boolean asciiOnly, boolean sorted) {
        this.itemSeparator = itemSeparator;
        this.nameSeparator = nameSeparator;
        this.indent = indent;
        this.asciiOnly = asciiOnly;
        this.sorted = sorted;
    }

    /** No blanks, characters as they are. */
    public static JsonText compact() {
        return COMPACT;
    }

    /** As Python's {@code json.dumps} writes by default: {@code ", "} and {@code ": "}, ASCII only. */
    public static JsonText python() {
        return PYTHON;
    }

    /** One member or item a line, indented by the given number of blanks a level; empty objects and arrays stay on one line. */
    public JsonText indented(int blanks) {
        return new JsonText(",", ": ", blanks, asciiOnly, sorted);
    }

    /** Members sorted by the code points of their names, as Python's {@code sort_keys} does. */
    public JsonText sortedNames() {
        return new JsonText(itemSeparator, nameSeparator, indent, asciiOnly, true);
    }

    /** Writes the value. */
    public String write(Data data) {
        StringBuilder out = new StringBuilder();
        write(data, out, 0);
        return out.toString();
    }

    private void write(Data data, StringBuilder out, int depth) {
        if (data instanceof DataObject object) {
            writeObject(object, out, depth);
        } else if (data instanceof DataArray array) {
            writeArray(array.items(), out, depth);
        } else if (data instanceof DataString string) {
            writeString(string.text(), out);
        } else if (data instanceof DataNumber number) {
            out.append(number.text());
        } else if (data instanceof DataBoolean bool) {
            out.append(bool.truth());
        } else {
            out.append("null");
        }
    }

    private void writeObject(DataObject object, StringBuilder out, int depth) {
        Map<String, Data> members = object.members();
        if (sorted) {
            members = new TreeMap<>(CodePoints.ORDER);
            members.putAll(object.members());
        }
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Data> member : members.entrySet()) {
            out.append(separator);
            newLine(out, depth + 1);
            writeString(member.getKey(), out);
            out.append(nameSeparator);
            write(member.getValue(), out, depth + 1);
            separator = itemSeparator;
        }
        if (!members.isEmpty()) {
            newLine(out, depth);
        }
        out.append('}');
    }

    private void writeArray(Collection<Data> items, StringBuilder out, int depth) {
        out.append('[');
        String separator = "";
        for (Data item : items) {
            out.append(separator);
            newLine(out, depth + 1);
            write(item, out, depth + 1);
            separator = itemSeparator;
        }
        if (!items.isEmpty()) {
            newLine(out, depth);
        }
        out.append(']');
    }

    private void newLine(StringBuilder out, int depth) {
        if (indent > 0) {
            out.append('\n').append(" ".repeat(indent * depth));
        }
    }

    private void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            writeChar(text.charAt(i), out);
        }
        out.append('"');
    }

    private void writeChar(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (c < 0x20 || (asciiOnly && c > 0x7e)) {
                    out.append("\\u");
                    String hex = Integer.toHexString(c);
                    out.append("0".repeat(4 - hex.length())).append(hex);
                } else {
                    out.append(c);
                }
            }
        }
    }
}
