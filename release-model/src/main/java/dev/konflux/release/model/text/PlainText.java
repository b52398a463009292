package dev.konflux.release.model.text;

import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.Position;
import java.util.List;

/** Which texts may stand unquoted, and which as a literal block, so that both dialects read them as the same texts. */
final class PlainText {

    private static final List<ScalarRules> BOTH = List.of(new ClusterScalars(), new PythonScalars(false));
    private static final String NOT_AT_THE_START = "-?:,[]{}#&*!|>'\"%@`=~<. ";

    private PlainText() {}

    static boolean isSafe(String text) {
        if (text.isEmpty()
                || NOT_AT_THE_START.indexOf(text.charAt(0)) >= 0
                || text.endsWith(" ")
                || text.endsWith(":")) {
            return false;
        }
        if (!isPrintableLine(text)
                || text.contains(": ")
                || text.contains(" #")
                || text.contains("{")
                || text.contains("}")) {
            return false;
        }
        return isTextInBothDialects(text);
    }

    private static boolean isTextInBothDialects(String text) {
        for (ScalarRules rules : BOTH) {
            boolean isText = rules.plain(text, Position.UNKNOWN, new Faults()) instanceof DataString same
                    && same.text().equals(text);
            if (!isText) {
                return false;
            }
        }
        return !PythonTimestamp.matches(text);
    }

    /** A literal block needs lines that begin with something visible and do not end in blanks, and at most one line end at the end. */
    static boolean fitsBlock(String text) {
        if (text.indexOf('\n') < 0 || text.startsWith("\n") || text.endsWith("\n\n")) {
            return false;
        }
        for (String line : text.split("\n", -1)) {
            if (!isPrintableLine(line) || line.endsWith(" ")) {
                return false;
            }
        }
        return !text.startsWith(" ");
    }

    /** Whether every character may stand as it is in every style, line ends excepted. */
    static boolean isPrintableLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (!isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    static boolean isPrintable(char c) {
        boolean lineEnd = c == 0x85 || c == 0x2028 || c == 0x2029;
        return !lineEnd
                && ((c >= 0x20 && c < 0x7f)
                        || (c >= 0xa0 && c < 0xd800)
                        || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff));
    }
}
