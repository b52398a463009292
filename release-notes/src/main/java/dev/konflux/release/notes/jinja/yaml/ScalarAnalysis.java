package dev.konflux.release.notes.jinja.yaml;

/**
 * In which styles a scalar can be written.
 *
 * @param empty whether it is empty
 * @param multiline whether it has line breaks
 * @param flowPlain whether it may stand unquoted inside brackets
 * @param blockPlain whether it may stand unquoted outside of brackets
 * @param singleQuoted whether it may stand in single quotes
 */
record ScalarAnalysis(boolean empty, boolean multiline, boolean flowPlain, boolean blockPlain, boolean singleQuoted) {

    static boolean isBreak(int c) {
        return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static ScalarAnalysis of(String text) {
        return text.isEmpty() ? new ScalarAnalysis(true, false, false, true, true) : new Scan(text).result();
    }

    private static final class Scan {

        /** Stands before the first and behind the last character. */
        private static final int EDGE = -1;

        private boolean blockIndicators;
        private boolean flowIndicators;
        private boolean lineBreaks;
        private boolean special;
        private boolean edgeSpace;
        private boolean breakSpace;
        private boolean spaceBreak;

        Scan(String text) {
            boolean marker = text.startsWith("---") || text.startsWith("...");
            blockIndicators = marker;
            flowIndicators = marker;
            int previous = EDGE;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                if (previous == EDGE || !isOrdinary(c)) {
                    read(previous, c, i < text.length() ? text.charAt(i) : EDGE);
                }
                previous = c;
            }
        }

        /** Characters that mean nothing but at the beginning of a text; most texts consist of them. */
        private static boolean isOrdinary(int c) {
            return (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || c == '@';
        }

        private void read(int previous, int c, int next) {
            indicators(previous, c, next);
            special |= c != '\n' && (c < ' ' || c > '~') && !isPrintable(c);
            boolean atEdge = previous == EDGE || next == EDGE;
            if (c == ' ') {
                edgeSpace |= atEdge;
                breakSpace |= isBreak(previous);
            } else if (isBreak(c)) {
                lineBreaks = true;
                edgeSpace |= atEdge;
                spaceBreak |= previous == ' ';
            }
        }

        private static boolean isPrintable(int c) {
            boolean inside = c == 0x85
                    || (c >= 0xa0 && c <= 0xd7ff)
                    || (c >= 0xe000 && c <= 0xfffd)
                    || (c >= 0x10000 && c < 0x10ffff);
            return inside && c != 0xfeff;
        }

        private void indicators(int previous, int c, int next) {
            boolean spaceAfter = isSpace(next);
            if (previous == EDGE) {
                boolean strong = "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || (c == '-' && spaceAfter);
                flowIndicators |= strong || c == '?' || c == ':';
                blockIndicators |= strong || ((c == '?' || c == ':') && spaceAfter);
                return;
            }
            boolean comment = c == '#' && isSpace(previous);
            flowIndicators |= comment || ",?[]{}:".indexOf(c) >= 0;
            blockIndicators |= comment || (c == ':' && spaceAfter);
        }

        private static boolean isSpace(int c) {
            return c == ' ' || c == EDGE || c == '\t' || c == '\r' || c == '\0' || isBreak(c);
        }

        ScalarAnalysis result() {
            boolean plain = !edgeSpace && !breakSpace && !spaceBreak && !special && !lineBreaks;
            boolean quoted = !breakSpace && !spaceBreak && !special;
            return new ScalarAnalysis(false, lineBreaks, plain && !flowIndicators, plain && !blockIndicators, quoted);
        }
    }
}
