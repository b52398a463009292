package dev.konflux.release.notes.jinja.regex;

import java.util.function.IntPredicate;

/** The classes of characters that Python's expressions know. */
final class Characters {

    private Characters() {}

    /** The class of {@code \d}, {@code \s}, {@code \w} or one of their opposites. */
    static IntPredicate category(int letter, boolean ascii) {
        IntPredicate category = switch (Character.toLowerCase(letter)) {
            case 'd' -> c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
            case 's' -> Characters::isSpace;
            default -> Characters::isWord;
        };
        IntPredicate bounded = ascii ? c -> c < 0x80 && category.test(c) : category;
        return Character.isUpperCase(letter) ? bounded.negate() : bounded;
    }

    static boolean isWord(int c) {
        int type = Character.getType(c);
        return c == '_'
                || Character.isLetterOrDigit(c)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isSpace(int c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= 0x1c && c <= 0x1f)
                || c == 0x85
                || (c > 0x7f && Character.isSpaceChar(c));
    }

    /** The form under which characters are the same that differ in case only. */
    static int folded(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** A class that also holds the other case of its characters. */
    static IntPredicate inAnyCase(IntPredicate set) {
        return c -> set.test(c) || set.test(Character.toLowerCase(c)) || set.test(Character.toUpperCase(c));
    }
}
