package dev.konflux.release.model.data;

import java.util.stream.Collectors;

/** Writes values as Python prints them. Many messages of the Release Service's tasks carry values in this form. */
public final class PythonText {

    private PythonText() {}

    /** What {@code repr} gives: {@code True}, {@code None}, {@code 'text'}, {@code {'a': [1, 2.0]}}. */
    public static String repr(Data value) {
        if (value instanceof DataObject object) {
            return object.members().entrySet().stream()
                    .map(member -> repr(member.getKey()) + ": " + repr(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof DataArray array) {
            return array.items().stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof DataString string) {
            return repr(string.text());
        }
        if (value instanceof DataNumber number) {
            return number(number);
        }
        if (value instanceof DataBoolean bool) {
            return bool.truth() ? "True" : "False";
        }
        return "None";
    }

    /** What {@code str} gives: a string's characters as they are, anything else as {@link #repr(Data)}. */
    public static String str(Data value) {
        return value.asText().orElseGet(() -> repr(value));
    }

    /** What {@code repr} gives for a text: in single quotes, or in double quotes when it holds single ones only. */
    public static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> append(c, quote, out));
        return out.append(quote).toString();
    }

    private static void append(int c, char quote, StringBuilder out) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(escaped(c));
                }
            }
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    private static String escaped(int c) {
        String hex = Integer.toHexString(c);
        if (c <= 0xff) {
            return "\\x" + "0".repeat(2 - hex.length()) + hex;
        }
        return c <= 0xffff ? "\\u" + "0".repeat(4 - hex.length()) + hex : "\\U" + "0".repeat(8 - hex.length()) + hex;
    }

    private static String number(DataNumber number) {
        if (number.isInteger()) {
            return number.text().equals("-0") ? "0" : number.text();
        }
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return FloatText.PYTHON.write(value);
    }
}
