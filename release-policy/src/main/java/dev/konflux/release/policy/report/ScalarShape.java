package dev.konflux.release.policy.report;

/**
 * In which styles a text may be written outside flow collections.
 *
 * @param plainAllowed whether it may stand without quotes
 * @param singleQuotedAllowed whether it may stand in single quotes
 * @param literalAllowed whether it may stand as a literal block
 */
record ScalarShape(boolean plainAllowed, boolean singleQuotedAllowed, boolean literalAllowed) {

    private static final String INDICATORS_AT_START = "#,[]{}&*!|>'\"%@`";

    static ScalarShape of(String text) {
        if (text.isEmpty()) {
            return new ScalarShape(true, true, false);
        }
        boolean leading = isSpaceOrBreak(text.charAt(0));
        boolean trailingSpace = text.endsWith(" ");
        boolean trailing = isSpaceOrBreak(text.charAt(text.length() - 1));
        boolean lines = text.codePoints().anyMatch(ScalarShape::isBreak);
        boolean special = text.codePoints().anyMatch(c -> !isPrintable(c)) || hasPair(text, true);
        boolean breakThenSpace = hasPair(text, false);
        return new ScalarShape(
                !leading && !trailing && !lines && !special && !hasIndicators(text),
                !breakThenSpace && !special,
                !trailingSpace && !special);
    }

    /** Whether a blank stands right before a line end (or right behind one). */
    private static boolean hasPair(String text, boolean blankFirst) {
        for (int i = 1; i < text.length(); i++) {
            char first = text.charAt(i - 1);
            char second = text.charAt(i);
            if (blankFirst ? first == ' ' && isBreak(second) : isBreak(first) && second == ' ') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasIndicators(String text) {
        if (text.startsWith("---") || text.startsWith("...")) {
            return true;
        }
        char first = text.charAt(0);
        boolean blankNext = isBlankOrEnd(text, 1);
        if (INDICATORS_AT_START.indexOf(first) >= 0 || ("?:-".indexOf(first) >= 0 && blankNext)) {
            return true;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean comment = c == '#' && isBlankOrEnd(text, i - 1);
            if (comment || (c == ':' && isBlankOrEnd(text, i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlankOrEnd(String text, int index) {
        return index >= text.length()
                || text.charAt(index) == ' '
                || text.charAt(index) == '\t'
                || isBreak(text.charAt(index));
    }

    private static boolean isSpaceOrBreak(char c) {
        return c == ' ' || isBreak(c);
    }

    static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Upstream's library knows no characters beyond the basic plane. */
    static boolean isPrintable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7e)
                || (c >= 0xa0 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff);
    }
}
