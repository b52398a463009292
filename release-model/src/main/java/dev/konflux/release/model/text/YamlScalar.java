package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataString;

/** Writes one scalar, or an empty collection. */
final class YamlScalar {

    private static final int LEAST_INDENT = 2;

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
                out.append(" ".repeat(Math.max(indent, LEAST_INDENT))).append(line);
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
        text.codePoints().forEach(c -> escape(c, out));
        return out.append('"').toString();
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c > Character.MAX_VALUE || PlainText.isPrintable((char) c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(String.format("\\u%04x", c));
                }
            }
        }
    }
}
