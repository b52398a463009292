package dev.konflux.release.notes.jinja.regex;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands in parentheses. */
final class GroupParser {

    private final RegexParser parser;
    private final PatternSource source;

    GroupParser(RegexParser parser, PatternSource source) {
        this.parser = parser;
        this.source = source;
    }

    /** The group whose parenthesis stands at a position and was read; null for a comment or flags. */
    @Nullable
    Node group(int open) {
        if (!source.skipIf('?')) {
            return remembered(open, "", open);
        }
        if (source.isAtEnd()) {
            throw source.error("unexpected end of pattern", source.at());
        }
        int at = source.at();
        int kind = source.next();
        return switch (kind) {
            case ':' -> plain(open);
            case '=' -> new Node.Look(closed(open, parser.alternatives()), false, true);
            case '!' -> new Node.Look(closed(open, parser.alternatives()), false, false);
            case '>' -> new Node.Atomic(closed(open, parser.alternatives()), false);
            case '<' -> behind(open, at);
            case 'P' -> named(open);
            case '#' -> comment(open);
            case '(' -> conditional(open);
            default -> flags(open, at, kind);
        };
    }

    /** A group that only holds together: what is repeated in it may be repeated as a whole. */
    private Node plain(int open) {
        return new Node.Sequence(List.of(closed(open, parser.alternatives())));
    }

    private Node closed(int open, Node inside) {
        if (!source.skipIf(')')) {
            throw source.error("missing ), unterminated subpattern", open);
        }
        return inside;
    }

    private Node remembered(int open, String name, int at) {
        int number = parser.openGroup(name, at);
        Flags before = parser.flags();
        Node inside = closed(open, parser.alternatives());
        parser.flags(before);
        parser.closeGroup(number, inside.width());
        return new Node.Group(number, inside);
    }

    private Node behind(int open, int at) {
        int kind = source.next();
        if (kind != '=' && kind != '!') {
            String shown = kind < 0 ? "" : Character.toString(kind);
            throw kind < 0
                    ? source.error("unexpected end of pattern", source.at() - 1)
                    : source.error("unknown extension ?<" + shown, at - 1);
        }
        return new Node.Look(parser.behind(inside -> closed(open, inside)), true, kind == '=');
    }

    private Node named(int open) {
        int at = source.at();
        if (source.skipIf('<')) {
            int start = source.at();
            String name = source.until('>', "group name");
            requireName(name, start);
            return remembered(open, name, start);
        }
        if (source.skipIf('=')) {
            int start = source.at();
            String name = source.until(')', "group name");
            requireName(name, start);
            int number = parser.groupNamed(name);
            if (number < 0) {
                throw source.error("unknown group name '" + name + "'", start);
            }
            return parser.again(number, start);
        }
        int kind = source.next();
        throw kind < 0
                ? source.error("unexpected end of pattern", source.at() - 1)
                : source.error("unknown extension ?P" + Character.toString(kind), at - 2);
    }

    private void requireName(String name, int at) {
        boolean valid = Character.isUnicodeIdentifierStart(name.codePointAt(0)) || name.charAt(0) == '_';
        valid &= name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
        if (!valid) {
            throw source.error("bad character in group name '" + name + "'", at);
        }
    }

    private @Nullable Node comment(int open) {
        while (!source.isAtEnd() && source.peek() != ')') {
            source.next();
        }
        if (!source.skipIf(')')) {
            throw source.error("missing ), unterminated comment", open);
        }
        return null;
    }

    private Node conditional(int open) {
        int start = source.at();
        String name = source.until(')', "group name");
        boolean digits = name.chars().allMatch(PatternSource::isDigit);
        if (!digits) {
            requireName(name, start);
        }
        int number = digits ? number(name, start) : parser.groupNamed(name);
        if (number < 0) {
            throw source.error("unknown group name '" + name + "'", start);
        }
        parser.condition(number, start);
        Node yes = parser.sequence();
        Node no = source.skipIf('|') ? parser.sequence() : null;
        if (source.peek() == '|') {
            throw source.error("conditional backref with more than two branches", source.at());
        }
        return closed(open, new Node.Conditional(number, yes, no));
    }

    private int number(String digits, int at) {
        int number = digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (number == 0) {
            throw source.error("bad group number", at);
        }
        return number;
    }

    private @Nullable Node flags(int open, int at, int first) {
        Flags before = parser.flags();
        Flags changed = before;
        boolean on = true;
        int c = first;
        while (c != ')' && c != ':') {
            if (c == '-' && on) {
                on = false;
            } else if (c < 0 || "aimsxuL".indexOf(c) < 0) {
                throw unknownFlag(c, at);
            } else {
                changed = changed.with(c, on);
            }
            c = source.next();
        }
        parser.flags(changed);
        if (c == ')') {
            if (open > 0) {
                throw source.error("global flags not at the start of the expression", open);
            }
            return null;
        }
        Node inside = plain(open);
        parser.flags(before);
        return inside;
    }

    private Fault unknownFlag(int c, int at) {
        if (c < 0) {
            return source.error("missing -, : or )", source.at() - 1);
        }
        boolean letter = Character.isLetter(c);
        return source.at() - 1 == at
                ? source.error("unknown extension ?" + Character.toString(c), at - 1)
                : source.error(letter ? "unknown flag" : "missing -, : or )", source.at() - 1);
    }
}
