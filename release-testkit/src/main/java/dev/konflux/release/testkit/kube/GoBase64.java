package dev.konflux.release.testkit.kube;

import java.util.Optional;

/** Texts that are no base64, in the words of Go's decoder. */
enum GoBase64 {
    /** The alphabet of data, filled up with equals signs. */
    STANDARD("+/", true),
    /** The alphabet of addresses, not filled up. */
    RAW_URL("-_", false);

    private static final int QUANTUM = 4;

    private final String further;
    private final boolean isPadded;

    GoBase64(String further, boolean isPadded) {
        this.further = further;
        this.isPadded = isPadded;
    }

    /** What is wrong with a text; empty when it can be decoded. */
    Optional<String> fault(String text) {
        int at = firstFault(text);
        return at < 0 ? Optional.empty() : Optional.of("illegal base64 data at input byte " + at);
    }

    private int firstFault(String text) {
        int inQuantum = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '=' && isPadded) {
                return paddingFault(text, i, inQuantum);
            }
            if (!isOfAlphabet(next) && !isLineEnd(next)) {
                return i;
            }
            inQuantum = isLineEnd(next) ? inQuantum : (inQuantum + 1) % QUANTUM;
        }
        boolean isCutOff = inQuantum == 1 || (inQuantum > 0 && isPadded);
        return isCutOff ? text.length() - inQuantum : -1;
    }

    /** Two or three characters may be filled up to four, and nothing comes behind. */
    private static int paddingFault(String text, int at, int inQuantum) {
        if (inQuantum < 2) {
            return at;
        }
        int next = behindLineEnds(text, at + 1);
        if (inQuantum == 2) {
            if (next == text.length() || text.charAt(next) != '=') {
                return next == text.length() ? next : next - 1;
            }
            next = behindLineEnds(text, next + 1);
        }
        return next < text.length() ? next : -1;
    }

    private static int behindLineEnds(String text, int start) {
        int at = start;
        while (at < text.length() && isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Ends of lines are passed over. */
    private static boolean isLineEnd(char next) {
        return next == '\n' || next == '\r';
    }

    private boolean isOfAlphabet(char next) {
        boolean isLetter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        return isLetter || (next >= '0' && next <= '9') || further.indexOf(next) >= 0;
    }
}
