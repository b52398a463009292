package dev.konflux.release.notes.jinja.syntax;

/** Small steps over a source text. */
final class Scanning {

    private Scanning() {}

    static boolean isSpace(int c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= 0x1c && c <= 0x1f)
                || c == 0x85
                || (c > 0x7f && Character.isSpaceChar(c));
    }

    static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int newlines(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                count++;
            }
        }
        return count;
    }

    /** The source with one sort of line end and, unless it is kept, without the last one. */
    static String normalized(String source, boolean keepTrailingNewline) {
        String text =
                source.indexOf('\r') < 0 ? source : source.replace("\r\n", "\n").replace('\r', '\n');
        return !keepTrailingNewline && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
