package dev.konflux.release.policy.report;

import com.google.re2j.Pattern;
import java.util.Set;

/** One text as the cluster's YAML library writes it: plain where that reads back as the text, literal with line ends, else quoted. */
final class GoYamlScalar {

    private static final int WIDTH = 80;
    private static final Set<String> WORDS = Set.of(
            "", "~", "null", "Null", "NULL", "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "True",
            "TRUE", "false", "False", "FALSE", "on", "On", "ON", "off", "Off", "OFF", ".nan", ".NaN", ".NAN", ".inf",
            ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+" + "|(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?)");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d{1,2}-\\d{1,2}([Tt ]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d{2}:\\d{2})?)?");

    private final StringBuilder out;
    private final String text;
    private final int indent;
    private final boolean folds;
    private int column;

    private GoYamlScalar(StringBuilder out, String text, int indent, boolean folds) {
        this.out = out;
        this.text = text;
        this.indent = indent;
        this.folds = folds;
        int line = out.lastIndexOf("\n") + 1;
        this.column = out.codePointCount(line, out.length());
    }

    /** Writes a value; continued lines are indented. */
    static void write(StringBuilder out, String text, int indent) {
        ScalarShape shape = ScalarShape.of(text);
        GoYamlScalar scalar = new GoYamlScalar(out, text, indent, true);
        if (text.indexOf('\n') >= 0) {
            scalar.literalOr(shape);
        } else if (isOther(text)) {
            scalar.doubleQuoted();
        } else {
            scalar.plainOr(shape);
        }
    }

    /** Writes a name on one line. */
    static void writeKey(StringBuilder out, String name) {
        GoYamlScalar scalar = new GoYamlScalar(out, name, 0, false);
        if (name.indexOf('\n') >= 0 || isOther(name)) {
            scalar.doubleQuoted();
        } else {
            scalar.plainOr(ScalarShape.of(name));
        }
    }

    /** Whether the text would be read as something else than a text. */
    private static boolean isOther(String text) {
        return WORDS.contains(text)
                || NUMBER.matches(text.replace("_", ""))
                || BASE_60.matches(text)
                || TIME.matches(text);
    }

    private void literalOr(ScalarShape shape) {
        if (shape.literalAllowed()) {
            literal();
        } else {
            doubleQuoted();
        }
    }

    private void plainOr(ScalarShape shape) {
        if (shape.plainAllowed()) {
            plain();
        } else if (shape.singleQuotedAllowed()) {
            singleQuoted();
        } else {
            doubleQuoted();
        }
    }

    private void plain() {
        boolean afterBlank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && folds && !afterBlank && column > WIDTH && !isBlankAt(i + 1)) {
                newLine();
            } else {
                put(c);
            }
            afterBlank = c == ' ';
        }
    }

    private void singleQuoted() {
        put('\'');
        boolean afterBlank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = i > 0 && i < text.length() - 1;
            if (c == ' ' && folds && !afterBlank && inside && column > WIDTH && !isBlankAt(i + 1)) {
                newLine();
            } else {
                put(c);
                if (c == '\'') {
                    put(c);
                }
            }
            afterBlank = c == ' ';
        }
        put('\'');
    }

    private void doubleQuoted() {
        put('"');
        boolean afterBlank = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean inside = i > 0 && i < text.length() - 1;
            if (c == ' ' && folds && !afterBlank && inside && column > WIDTH) {
                newLine();
                if (isBlankAt(i + 1)) {
                    put('\\');
                }
            } else if (c == '"' || c == '\\' || ScalarShape.isBreak(c) || !ScalarShape.isPrintable(c)) {
                escape(c);
            } else {
                put(c);
            }
            afterBlank = c == ' ';
            i += Character.charCount(c);
        }
        put('"');
    }

    private void escape(int c) {
        String written = switch (c) {
            case 0 -> "0";
            case 7 -> "a";
            case '\b' -> "b";
            case '\t' -> "t";
            case '\n' -> "n";
            case 0x0b -> "v";
            case '\f' -> "f";
            case '\r' -> "r";
            case 0x1b -> "e";
            case '"' -> "\"";
            case '\\' -> "\\";
            case 0x85 -> "N";
            case 0x2028 -> "L";
            case 0x2029 -> "P";
            default -> numbered(c);
        };
        ("\\" + written).codePoints().forEach(this::put);
    }

    private static String numbered(int c) {
        if (c <= 0xff) {
            return String.format("x%02X", c);
        }
        return c <= 0xffff ? String.format("u%04X", c) : String.format("U%08X", c);
    }

    private void literal() {
        put('|');
        if (text.startsWith(" ") || text.startsWith("\n")) {
            put('2');
        }
        if (!text.endsWith("\n")) {
            put('-');
        } else if (text.equals("\n") || text.endsWith("\n\n")) {
            put('+');
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            out.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent)).append(line);
        }
    }

    private boolean isBlankAt(int index) {
        return index < text.length() && text.charAt(index) == ' ';
    }

    private void newLine() {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
    }

    private void put(int c) {
        out.appendCodePoint(c);
        column++;
    }
}
