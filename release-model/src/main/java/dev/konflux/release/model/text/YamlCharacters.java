package dev.konflux.release.model.text;

/** The classes of characters that YAML tells apart. */
final class YamlCharacters {

    private YamlCharacters() {}

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    static boolean isBreakOrEnd(char c) {
        return c == YamlText.END || isBreak(c);
    }

    static boolean isBlankOrEnd(char c) {
        return c <= ' '
                ? c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == YamlText.END
                : c >= '\u0085' && isBreak(c);
    }

    /** Letters, digits, dash and underscore. */
    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '-';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The brackets and the comma, which structure flow collections. */
    static boolean isFlowIndicator(char c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    /** The value of a hexadecimal digit; negative for anything else. */
    static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
