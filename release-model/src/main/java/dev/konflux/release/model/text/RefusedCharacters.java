package dev.konflux.release.model.text;

/** Characters that may not occur in a YAML text, and when the readers of the dialects notice one. */
final class RefusedCharacters {

    /** The cluster's reader looks at its input in pieces of so many bytes. */
    private static final int PIECE = 512;

    private RefusedCharacters() {}

    /** The index of the first one; the length of the text when there is none. */
    static int first(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' ? !isControlInUse(c) : c > '~' && isRefused(text, i)) {
                return i;
            }
        }
        return length;
    }

    private static boolean isControlInUse(char c) {
        return c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isRefused(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return (c < 0xa0 && c != 0x85) || c > 0xfffd;
    }

    /** How far reading comes before the refused character is noticed: Python looks at all of the text first, the cluster at one piece after the other. */
    static int noticed(String text, int refused, Dialect dialect) {
        if (dialect == Dialect.PYTHON) {
            return 0;
        }
        int piece = 0;
        int bytes = 0;
        for (int i = 0; i < refused; i += Character.charCount(text.codePointAt(i))) {
            int width = width(text.codePointAt(i));
            if (bytes + width > PIECE) {
                piece = i;
                bytes = 0;
            }
            bytes += width;
        }
        return bytes + width(text.codePointAt(refused)) > PIECE ? refused : piece;
    }

    private static int width(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
