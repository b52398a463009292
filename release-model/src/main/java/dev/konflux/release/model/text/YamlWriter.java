package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.List;
import java.util.Map;

/**
 * Writes values as YAML that reads back as the same values in both dialects. Members keep their order; texts are quoted only where
 * unquoted they could mean something else; texts of several lines become literal blocks. A number that the cluster's dialect would
 * change in passing, such as {@code 1.0}, is changed by the cluster on reading, as ever.
 */
public final class YamlWriter {

    private static final YamlWriter BLOCK = new YamlWriter();
    private static final int STEP = 2;

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
            out.append(YamlScalar.key(member.getKey())).append(':');
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

    /** One scalar, or an empty collection. */
    private static final class YamlScalar {

        private YamlScalar() {}

        static String key(String name) {
            return PlainText.isSafe(name) ? name : quoted(name);
        }

        static String written(Data value, int indent) {
            if (value instanceof DataString string) {
                return text(string.text(), indent);
            }
            if (value instanceof DataNumber number) {
                return number(number);
            }
            return value.toString();
        }

        /** Python's dialect takes an exponent only behind a fraction and with a sign. */
        private static String number(DataNumber number) {
            if (!number.isFinite()) {
                return number.text().equals("NaN") ? ".nan" : number.text().replace("Infinity", ".inf");
            }
            String text = number.text();
            int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
            if (exponent < 0) {
                return text;
            }
            String digits = text.substring(0, exponent);
            String power = text.substring(exponent + 1);
            String signed = power.startsWith("-") || power.startsWith("+") ? power : "+" + power;
            return (digits.indexOf('.') < 0 ? digits + ".0" : digits) + "e" + signed;
        }

        private static String text(String text, int indent) {
            if (PlainText.isSafe(text)) {
                return text;
            }
            return PlainText.fitsBlock(text) ? block(text, indent) : quoted(text);
        }

        private static String block(String text, int indent) {
            StringBuilder out = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
            for (String line : text.split("\n", -1)) {
                out.append('\n');
                if (!line.isEmpty()) {
                    out.append(" ".repeat(Math.max(indent, STEP))).append(line);
                }
            }
            int end = text.endsWith("\n") ? out.length() - 1 : out.length();
            return out.substring(0, end);
        }

        private static String quoted(String text) {
            return PlainText.isPrintableLine(text) ? "'" + text.replace("'", "''") + "'" : escaped(text);
        }

        private static String escaped(String text) {
            StringBuilder out = new StringBuilder("\"");
            for (int i = 0; i < text.length(); i++) {
                escape(text.charAt(i), out);
            }
            return out.append('"').toString();
        }

        private static void escape(char c, StringBuilder out) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (PlainText.isPrintable(c) || Character.isSurrogate(c)) {
                        out.append(c);
                    } else {
                        out.append(String.format("\\u%04x", (int) c));
                    }
                }
            }
        }
    }
}
