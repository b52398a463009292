package dev.konflux.release.notes.jinja.yaml;

import java.util.Map;

/** Writes scalars in the three styles that are used, folding them at the width. */
final class ScalarWriter {

    private static final Map<Integer, String> ESCAPES = Map.ofEntries(
            Map.entry(0, "0"),
            Map.entry(7, "a"),
            Map.entry(8, "b"),
            Map.entry(9, "t"),
            Map.entry(10, "n"),
            Map.entry(11, "v"),
            Map.entry(12, "f"),
            Map.entry(13, "r"),
            Map.entry(27, "e"),
            Map.entry((int) '"', "\""),
            Map.entry((int) '\\', "\\"),
            Map.entry(0x85, "N"),
            Map.entry(0xa0, "_"),
            Map.entry(0x2028, "L"),
            Map.entry(0x2029, "P"));

    private final YamlOutput out;
    private final int width;
    private final boolean allowUnicode;

    ScalarWriter(YamlOutput out, int width, boolean allowUnicode) {
        this.out = out;
        this.width = width;
        this.allowUnicode = allowUnicode;
    }

    void plain(String text, boolean split, boolean root) {
        if (root) {
            out.openEnded = true;
        }
        if (text.isEmpty()) {
            return;
        }
        if (!out.whitespace) {
            out.write(" ");
        }
        out.whitespace = false;
        out.indention = false;
        int at = 0;
        while (at < text.length()) {
            int end = split ? run(text, at) : text.length();
            boolean fold = split && isOneSpace(text, at, end) && out.column() > width && end < text.length();
            if (fold) {
                out.indent();
                out.whitespace = false;
                out.indention = false;
            } else {
                out.write(text, at, end);
            }
            at = end;
        }
    }

    /** Where the run of blanks, of line breaks or of other characters that starts at a place ends. */
    private static int run(String text, int from) {
        int sort = sort(text.charAt(from));
        int end = from;
        while (end < text.length() && sort(text.charAt(end)) == sort) {
            end++;
        }
        return end;
    }

    private static boolean isOneSpace(String text, int from, int end) {
        return end - from == 1 && text.charAt(from) == ' ';
    }

    private static int sort(char c) {
        return c == ' ' ? 1 : ScalarAnalysis.isBreak(c) ? 2 : 0;
    }

    void singleQuoted(String text, boolean split) {
        out.indicator("'", true);
        int at = 0;
        while (at < text.length()) {
            int end = run(text, at);
            boolean isInside = at != 0 && end != text.length();
            if (ScalarAnalysis.isBreak(text.charAt(at))) {
                out.breaks(text.substring(at, end));
            } else if (split && isInside && isOneSpace(text, at, end) && out.column() > width) {
                out.indent();
            } else {
                out.write(text.substring(at, end).replace("'", "''"));
            }
            at = end;
        }
        out.indicator("'", false);
    }

    void doubleQuoted(String source, boolean split) {
        out.indicator("\"", true);
        int[] text = source.codePoints().toArray();
        int start = 0;
        for (int end = 0; end <= text.length; end++) {
            int c = end < text.length ? text[end] : -1;
            if (c < 0 || !isPlain(c)) {
                if (start < end) {
                    out.write(new String(text, start, end - start));
                    start = end;
                }
                if (c >= 0) {
                    out.write(escaped(c));
                    start = end + 1;
                }
            }
            boolean breakable = 0 < end && end < text.length - 1 && (c == ' ' || start >= end);
            if (breakable && out.column() + (end - start) > width && split) {
                out.write((start < end ? new String(text, start, end - start) : "") + "\\");
                start = Math.max(start, end);
                out.indent();
                out.whitespace = false;
                out.indention = false;
                if (text[start] == ' ') {
                    out.write("\\");
                }
            }
        }
        out.indicator("\"", false);
    }

    private boolean isPlain(int c) {
        if (c == '"' || c == '\\' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
            return false;
        }
        return (c >= ' ' && c <= '~') || (allowUnicode && ((c >= 0xa0 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd)));
    }

    private static String escaped(int c) {
        String known = ESCAPES.get(c);
        if (known != null) {
            return "\\" + known;
        }
        return c <= 0xff
                ? String.format("\\x%02X", c)
                : c <= 0xffff ? String.format("\\u%04X", c) : String.format("\\U%08X", c);
    }
}
