package dev.konflux.release.notes.jinja.regex;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;

/** The text of a pattern, character by character. */
final class PatternSource {

    private static final int MOST_DIGITS = 9;

    private final int[] pattern;
    private int at;

    PatternSource(String pattern) {
        this.pattern = pattern.codePoints().toArray();
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= pattern.length;
    }

    /** The next character, or -1 at the end. */
    int peek() {
        return peek(0);
    }

    private int peek(int ahead) {
        return at + ahead < pattern.length ? pattern[at + ahead] : -1;
    }

    int next() {
        int c = peek();
        at++;
        return c;
    }

    boolean skipIf(int c) {
        boolean there = peek() == c;
        if (there) {
            at++;
        }
        return there;
    }

    /** Skips white space and comments of verbose patterns; false where there is none. */
    boolean skipBlank() {
        int start = at;
        while (!isAtEnd() && " \t\n\r\u000b\f".indexOf(peek()) >= 0) {
            at++;
        }
        if (peek() == '#') {
            while (!isAtEnd() && peek() != '\n') {
                at++;
            }
        }
        return at > start;
    }

    /** The text up to a character, which is skipped. */
    String until(int end, String missing) {
        int start = at;
        while (!isAtEnd() && peek() != end) {
            at++;
        }
        String text = text(start, at);
        if (isAtEnd()) {
            throw text.isEmpty()
                    ? error("missing " + missing, start)
                    : error("missing " + Character.toString(end) + ", unterminated name", start);
        }
        if (text.isEmpty()) {
            throw error("missing " + missing, start);
        }
        at++;
        return text;
    }

    String text(int from, int to) {
        return new String(pattern, from, to - from);
    }

    /** Whether a digit begins an octal escape of three digits, not a reference. */
    boolean isOctal() {
        return isOctal(peek()) && isOctal(peek(1)) && isOctal(peek(2)) && peek() <= '3';
    }

    static boolean isOctal(int c) {
        return c >= '0' && c <= '7';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** A reference of one or two digits. */
    int groupNumber() {
        int number = next() - '0';
        return isDigit(peek()) ? number * 10 + next() - '0' : number;
    }

    /** Whether the brace that comes next begins a count. */
    boolean startsWithCount() {
        int i = at + 1;
        int start = i;
        while (i < pattern.length && isDigit(pattern[i])) {
            i++;
        }
        boolean digits = i > start;
        if (i < pattern.length && pattern[i] == ',') {
            i++;
            while (i < pattern.length && isDigit(pattern[i])) {
                i++;
            }
            digits = true;
        }
        return digits && i < pattern.length && pattern[i] == '}';
    }

    /** The two numbers behind a brace. */
    int[] bounds(int endless) {
        int start = at - 1;
        int low = number(0);
        int high = peek() == ',' ? bounded(endless) : low;
        at++;
        if (high < low) {
            throw error("min repeat greater than max repeat", start);
        }
        return new int[] {low, high};
    }

    private int bounded(int endless) {
        at++;
        return number(endless);
    }

    private int number(int fallback) {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        if (at == start) {
            return fallback;
        }
        if (at - start > MOST_DIGITS) {
            throw new Fault(FaultKind.OVERFLOW, "the repetition number is too large");
        }
        return Integer.parseInt(text(start, at));
    }

    /** Whether a hyphen comes next and then the end of a set. */
    boolean isLastOfSet() {
        return peek(1) == ']';
    }

    /** An error about the whole pattern. */
    Fault plainError(String message) {
        return new Fault(FaultKind.REGEX, message);
    }

    /** An error at a position. */
    Fault error(String message, int position) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < Math.min(position, pattern.length); i++) {
            if (pattern[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        boolean oneLine = text(0, pattern.length).indexOf('\n') < 0;
        String place = " at position " + position;
        return new Fault(
                FaultKind.REGEX,
                message
                        + (oneLine
                                ? place
                                : place + " (line " + line + ", column " + (position - lineStart + 1) + ")"));
    }
}
