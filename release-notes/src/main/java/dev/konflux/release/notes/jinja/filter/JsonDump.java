package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Arithmetic;
import dev.konflux.release.notes.jinja.value.Compare;
import dev.konflux.release.notes.jinja.value.FloatText;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PySequence;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code json.dumps}. */
final class JsonDump {

    private final Object givenIndent;
    private @Nullable String indent;
    private final boolean sortKeys;
    private final boolean ascii;
    private final String comma;
    private final Interpreter runtime;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    /**
     * A writer.
     *
     * @param indent number of blanks, a text, or None for one line
     * @param itemSeparator what stands between items; null for Python's choice
     * @param runtime limits how long and how deep the text may become
     */
    JsonDump(Object indent, boolean sortKeys, boolean ascii, @Nullable String itemSeparator, Interpreter runtime) {
        this.givenIndent = indent;
        this.runtime = runtime;
        this.sortKeys = sortKeys;
        this.ascii = ascii;
        this.comma = itemSeparator != null ? itemSeparator : indent == None.NONE ? ", " : ",";
    }

    String write(Object value) {
        // Python looks at the indent only when the value is no string.
        if (!Strings.is(value) && givenIndent != None.NONE) {
            indent = Strings.of(Strings.is(givenIndent) ? givenIndent : Arithmetic.multiply(" ", givenIndent, runtime));
        }
        append(value);
        runtime.budget().text(out.length());
        return out.toString();
    }

    private void append(Object value) {
        if (value instanceof CharSequence text) {
            string(text.toString());
        } else if (value instanceof None) {
            out.append("null");
        } else if (value instanceof Boolean truth) {
            out.append(truth ? "true" : "false");
        } else if (value instanceof Double number) {
            out.append(real(number));
        } else if (Numbers.isInteger(value)) {
            out.append(Strings.of(value));
        } else if (value instanceof PyDict dict) {
            dict(dict);
        } else if (value instanceof PySequence sequence) {
            list(sequence.items());
        } else {
            throw Fault.type("Object of type " + Types.name(value) + " is not JSON serializable");
        }
        runtime.budget().grown(out.length());
    }

    private static String real(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return Double.isInfinite(number) ? number > 0 ? "Infinity" : "-Infinity" : FloatText.of(number);
    }

    private void open(char bracket) {
        out.append(bracket);
        if (++depth > runtime.budget().nestedDepth()) {
            throw Fault.value("Circular reference detected");
        }
        newline();
    }

    private void close(char bracket) {
        depth--;
        newline();
        out.append(bracket);
    }

    private void newline() {
        if (indent != null) {
            runtime.budget().grown(out.length() + (long) indent.length() * depth);
            out.append('\n').append(indent.repeat(depth));
        }
    }

    private void list(List<Object> items) {
        if (items.isEmpty()) {
            out.append("[]");
            return;
        }
        open('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.append(comma);
                newline();
            }
            append(items.get(i));
        }
        close(']');
    }

    private void dict(PyDict dict) {
        List<Object> keys = dict.keys();
        if (keys.isEmpty()) {
            out.append("{}");
            return;
        }
        if (sortKeys) {
            keys.sort((a, b) -> Compare.less(a, b) ? -1 : Compare.less(b, a) ? 1 : 0);
        }
        open('{');
        String separator = "";
        for (Object key : keys) {
            out.append(separator);
            if (!separator.isEmpty()) {
                newline();
            }
            separator = comma;
            string(key(key));
            out.append(": ");
            Object value = dict.get(key);
            append(value == null ? None.NONE : value);
        }
        close('}');
    }

    private static String key(Object key) {
        if (Strings.is(key)) {
            return key.toString();
        }
        if (key instanceof Boolean truth) {
            return truth ? "true" : "false";
        }
        if (key instanceof None) {
            return "null";
        }
        if (key instanceof Double number) {
            return real(number);
        }
        if (Numbers.isInteger(key)) {
            return Strings.of(key);
        }
        throw Fault.type("keys must be str, int, float, bool or None, not " + Types.name(key));
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c < ' ' || (ascii && c > '~')) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
