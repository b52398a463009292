package dev.konflux.release.notes.jinja.regex;

import java.util.function.IntPredicate;

/** Reads single characters: literals, escapes and sets in brackets. */
final class CharacterParser {

    private static final String CATEGORIES = "dDsSwW";

    private final PatternSource source;

    /** The character that {@link #one} read last; -1 for a class of characters. */
    private int single;

    CharacterParser(PatternSource source) {
        this.source = source;
    }

    Node literal(int c, Flags flags) {
        if (!flags.ignoreCase()) {
            return new Node.One(other -> other == c);
        }
        int folded = Characters.folded(c);
        return new Node.One(other -> other == c || Characters.folded(other) == folded);
    }

    /** What stands behind a backslash at a position. */
    Node escape(int at, Flags flags) {
        int c = source.peek();
        if (c >= 0 && CATEGORIES.indexOf(c) >= 0) {
            source.next();
            return new Node.One(Characters.category(c, flags.ascii()));
        }
        return literal(character(at, false), flags);
    }

    /** The character an escape stands for. */
    private int character(int at, boolean inSet) {
        if (source.isAtEnd()) {
            throw source.error("bad escape (end of pattern)", at);
        }
        int c = source.next();
        return switch (c) {
            case 'a' -> '\u0007';
            case 'b' -> inSet ? '\b' : unknown(c, at);
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            case 'x' -> hex(2, at);
            case 'u' -> hex(4, at);
            case 'U' -> hex(8, at);
            default -> PatternSource.isDigit(c) ? octal(c, at) : plain(c, at);
        };
    }

    private int plain(int c, int at) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter ? unknown(c, at) : c;
    }

    private int unknown(int c, int at) {
        throw source.error("bad escape \\" + Character.toString(c), at);
    }

    private int octal(int first, int at) {
        if (!PatternSource.isOctal(first)) {
            return unknown(first, at);
        }
        int code = first - '0';
        for (int i = 0; i < 2 && PatternSource.isOctal(source.peek()); i++) {
            code = code * 8 + source.next() - '0';
        }
        if (code > 0xff) {
            String text = source.text(at, source.at());
            throw source.error("octal escape value " + text + " outside of range 0-0o377", at);
        }
        return code;
    }

    private int hex(int digits, int at) {
        int code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(source.peek(), 16);
            if (digit < 0) {
                throw source.error("incomplete escape " + source.text(at, source.at()), at);
            }
            code = code * 16 + digit;
            source.next();
        }
        if (!Character.isValidCodePoint(code)) {
            throw source.error("bad escape " + source.text(at, source.at()), at);
        }
        return code;
    }

    /** A set whose opening bracket stands at a position and was read. */
    Node set(int open, Flags flags) {
        boolean negated = source.skipIf('^');
        IntPredicate set = c -> false;
        boolean first = true;
        while (first || source.peek() != ']') {
            first = false;
            set = set.or(member(open, flags));
        }
        source.next();
        IntPredicate cased = flags.ignoreCase() ? Characters.inAnyCase(set) : set;
        return new Node.One(negated ? cased.negate() : cased);
    }

    private IntPredicate member(int open, Flags flags) {
        int start = source.at();
        IntPredicate low = one(open, flags);
        int from = single;
        if (source.peek() != '-' || source.isLastOfSet()) {
            return low;
        }
        source.next();
        one(open, flags);
        int to = single;
        if (from < 0 || to < 0 || to < from) {
            throw source.error("bad character range " + source.text(start, source.at()), start);
        }
        return c -> c >= from && c <= to;
    }

    private IntPredicate one(int open, Flags flags) {
        if (source.isAtEnd()) {
            throw source.error("unterminated character set", open);
        }
        int at = source.at();
        int c = source.next();
        if (c != '\\') {
            single = c;
            return other -> other == c;
        }
        int escaped = source.peek();
        if (escaped >= 0 && CATEGORIES.indexOf(escaped) >= 0) {
            source.next();
            single = -1;
            return Characters.category(escaped, flags.ascii());
        }
        int code = character(at, true);
        single = code;
        return other -> other == code;
    }
}
