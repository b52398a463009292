package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Map;

/**
 * Writes values as YAML that reads back as the same values in both dialects. Members keep their order; texts are quoted only where
 * unquoted they could mean something else; texts of several lines become literal blocks. Comments are not kept: a value does not know the
 * comments of the text it was read from, so a file that is read and written again loses them. A number that the cluster's dialect would
 * change in passing, such as {@code 1.0}, is changed by the cluster on reading, as ever.
 */
public final class YamlWriter {

    private static final YamlWriter BLOCK = new YamlWriter();
    private static final int STEP = 2;
    /** Parsers look only so far for the colon behind a key. */
    private static final int LONGEST_SIMPLE_KEY = 500;

    private YamlWriter() {}

    /** The writer: block style, two blanks a level, lists at the level of their key. */
    public static YamlWriter create() {
        return BLOCK;
    }

    /** Writes one document, ending with a line end. */
    public String write(Data data) {
        StringBuilder out = new StringBuilder();
        if (data instanceof DataObject object && !object.isEmpty()) {
            members(object, 0, false, out);
        } else if (data instanceof DataArray array && !array.isEmpty()) {
            items(array, 0, out);
        } else {
            out.append(YamlScalar.written(data, 0)).append('\n');
        }
        return out.toString();
    }

    /** Writes a stream of documents with separators between them. */
    public String writeAll(List<? extends Data> documents) {
        StringBuilder out = new StringBuilder();
        for (Data document : documents) {
            out.append(out.isEmpty() ? "" : "---\n").append(write(document));
        }
        return out.toString();
    }

    private static void members(DataObject object, int indent, boolean firstInline, StringBuilder out) {
        boolean inline = firstInline;
        for (Map.Entry<String, Data> member : object.members().entrySet()) {
            if (!inline) {
                out.append(" ".repeat(indent));
            }
            inline = false;
            String key = YamlScalar.key(member.getKey());
            if (key.length() > LONGEST_SIMPLE_KEY) {
                out.append("? ").append(key).append('\n').append(" ".repeat(indent));
            } else {
                out.append(key);
            }
            out.append(':');
            value(member.getValue(), indent, out);
        }
    }

    private static void value(Data value, int indent, StringBuilder out) {
        if (value instanceof DataObject object && !object.isEmpty()) {
            out.append('\n');
            members(object, indent + STEP, false, out);
        } else if (value instanceof DataArray array && !array.isEmpty()) {
            out.append('\n');
            items(array, indent, out);
        } else {
            out.append(' ').append(YamlScalar.written(value, indent + STEP)).append('\n');
        }
    }

    private static void items(DataArray array, int indent, StringBuilder out) {
        for (Data item : array) {
            out.append(" ".repeat(indent)).append("- ");
            if (item instanceof DataObject object && !object.isEmpty()) {
                members(object, indent + STEP, true, out);
            } else if (item instanceof DataArray inner && !inner.isEmpty()) {
                nested(inner, indent + STEP, out);
            } else {
                out.append(YamlScalar.written(item, indent + STEP)).append('\n');
            }
        }
    }

    private static void nested(DataArray inner, int indent, StringBuilder out) {
        StringBuilder block = new StringBuilder();
        items(inner, indent, block);
        out.append(block, indent, block.length());
    }
}
