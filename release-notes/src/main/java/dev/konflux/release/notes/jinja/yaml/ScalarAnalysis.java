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

    private static final String BREAKS = "\n\u0085\u2028\u2029";
    private static final String SPACES = "\0 \t\r\n\u0085\u2028\u2029";

    static boolean isBreak(int c) {
        return c >= 0 && BREAKS.indexOf(c) >= 0;
    }

    static ScalarAnalysis of(String text) {
        return text.isEmpty() ? new ScalarAnalysis(true, false, false, true, true) : new Scan(text).result();
    }

    private static final class Scan {
        private final int[] points;
        private boolean blockIndicators;
        private boolean flowIndicators;
        private boolean lineBreaks;
        private boolean special;
        private boolean edgeSpace;
        private boolean breakSpace;
        private boolean spaceBreak;

        Scan(String text) {
            points = text.codePoints().toArray();
            boolean marker = text.startsWith("---") || text.startsWith("...");
            blockIndicators = marker;
            flowIndicators = marker;
            boolean previousSpace = false;
            boolean previousBreak = false;
            for (int i = 0; i < points.length; i++) {
                int c = points[i];
                indicators(i);
                lineBreaks |= isBreak(c);
                special |= c != '\n' && (c < ' ' || c > '~') && !isPrintable(c);
                boolean edge = i == 0 || i == points.length - 1;
                if (c == ' ') {
                    edgeSpace |= edge;
                    breakSpace |= previousBreak;
                } else if (isBreak(c)) {
                    edgeSpace |= edge;
                    spaceBreak |= previousSpace;
                }
                previousSpace = c == ' ';
                previousBreak = isBreak(c);
            }
        }

        private static boolean isPrintable(int c) {
            boolean inside = c == 0x85
                    || (c >= 0xa0 && c <= 0xd7ff)
                    || (c >= 0xe000 && c <= 0xfffd)
                    || (c >= 0x10000 && c < 0x10ffff);
            return inside && c != 0xfeff;
        }

        private void indicators(int i) {
            int c = points[i];
            boolean spaceAfter = i + 1 >= points.length || SPACES.indexOf(points[i + 1]) >= 0;
            boolean spaceBefore = i == 0 || SPACES.indexOf(points[i - 1]) >= 0;
            if (i == 0) {
                boolean strong = "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0 || (c == '-' && spaceAfter);
                flowIndicators |= strong || c == '?' || c == ':';
                blockIndicators |= strong || ((c == '?' || c == ':') && spaceAfter);
                return;
            }
            flowIndicators |= ",?[]{}:".indexOf(c) >= 0 || (c == '#' && spaceBefore);
            blockIndicators |= (c == ':' && spaceAfter) || (c == '#' && spaceBefore);
        }

        ScalarAnalysis result() {
            boolean plain = !edgeSpace && !breakSpace && !spaceBreak && !special && !lineBreaks;
            boolean quoted = !breakSpace && !spaceBreak && !special;
            return new ScalarAnalysis(false, lineBreaks, plain && !flowIndicators, plain && !blockIndicators, quoted);
        }
    }
}
