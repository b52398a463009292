package dev.konflux.release.notes.jinja.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads alternatives, sequences and repetitions; groups and single characters are left to their readers. */
final class RegexParser {

    private static final int ENDLESS = Integer.MAX_VALUE;

    private final PatternSource source;
    private final GroupParser groups;
    private final CharacterParser characters;
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();
    private final Map<Integer, Width> widths = new HashMap<>();
    private final Map<Integer, Integer> conditions = new LinkedHashMap<>();
    private int groupsBeforeLookBehind = -1;
    private boolean lookBehindsFit = true;
    private Flags flags;
    private int count;

    RegexParser(String pattern, Flags flags) {
        this.source = new PatternSource(pattern);
        this.flags = flags;
        this.groups = new GroupParser(this, source);
        this.characters = new CharacterParser(source);
    }

    Regex regex() {
        Node root = alternatives();
        if (source.peek() == ')') {
            throw source.error("unbalanced parenthesis", source.at());
        }
        conditions.forEach((number, at) -> {
            if (number > count) {
                throw source.error("invalid group reference " + number, at);
            }
        });
        if (!lookBehindsFit) {
            throw source.plainError("look-behind requires fixed-width pattern");
        }
        return new Regex(root, count, names);
    }

    Flags flags() {
        return flags;
    }

    void flags(Flags other) {
        flags = other;
    }

    /** Opens a group, with a name or an empty text. */
    int openGroup(String name, int at) {
        int number = ++count;
        open.add(number);
        if (!name.isEmpty()) {
            Integer other = names.putIfAbsent(name, number);
            if (other != null) {
                throw source.error(
                        "redefinition of group name '" + name + "' as group " + number + "; was group " + other, at);
            }
        }
        return number;
    }

    void closeGroup(int number, Width width) {
        open.remove(number);
        widths.put(number, width);
    }

    /** The text of a group again, for a reference at a position. */
    Node again(int number, int at) {
        if (open.contains(number)) {
            throw source.error("cannot refer to an open group", at);
        }
        checkLookBehind(number);
        return new Node.Again(number, widths.getOrDefault(number, Width.NONE), flags.ignoreCase());
    }

    /** Notes that a condition at a position asks for a group, which may come later. */
    void condition(int number, int at) {
        conditions.putIfAbsent(number, at);
        checkLookBehind(number);
    }

    private void checkLookBehind(int number) {
        if (groupsBeforeLookBehind < 0) {
            return;
        }
        if (number > count || open.contains(number)) {
            throw source.error("cannot refer to an open group", source.at());
        }
        if (number > groupsBeforeLookBehind) {
            throw source.error("cannot refer to group defined in the same lookbehind subpattern", source.at());
        }
    }

    /** What stands in a look-behind, whose closing parenthesis the given step reads. */
    Node behind(UnaryOperator<Node> close) {
        boolean outermost = groupsBeforeLookBehind < 0;
        groupsBeforeLookBehind = outermost ? count : groupsBeforeLookBehind;
        Node inside = close.apply(alternatives());
        groupsBeforeLookBehind = outermost ? -1 : groupsBeforeLookBehind;
        lookBehindsFit &= inside.width().isFixed();
        return inside;
    }

    /** The number of a named group, or -1. */
    int groupNamed(String name) {
        return names.getOrDefault(name, -1);
    }

    Node alternatives() {
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (source.skipIf('|'));
        return branches.size() == 1 ? branches.get(0) : new Node.Alternatives(branches);
    }

    /** A sequence up to the next bar or the end of the group. */
    Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (!source.isAtEnd() && source.peek() != '|' && source.peek() != ')') {
            if (flags.verbose() && source.skipBlank()) {
                continue;
            }
            if (isRepetition(source.peek())) {
                repeat(parts);
                continue;
            }
            Node part = part();
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
    }

    private @Nullable Node part() {
        int at = source.at();
        int c = source.next();
        return switch (c) {
            case '(' -> groups.group(at);
            case '[' -> characters.set(at, flags);
            case '.' -> new Node.One(flags.dotAll() ? any -> true : any -> any != '\n');
            case '^' -> new Node.Place(flags.multiline() ? Places::lineStart : Places::start);
            case '$' -> new Node.Place(flags.multiline() ? Places::lineEnd : Places::lastLineEnd);
            case '\\' -> escape(at);
            default -> characters.literal(c, flags);
        };
    }

    private boolean isRepetition(int c) {
        return c == '*' || c == '+' || c == '?' || isCount(c);
    }

    private boolean isCount(int c) {
        return c == '{' && source.startsWithCount();
    }

    private Node escape(int at) {
        int c = source.peek();
        if (c >= '1' && c <= '9' && !source.isOctal()) {
            int number = source.groupNumber();
            if (number > count) {
                throw source.error("invalid group reference " + number, at + 1);
            }
            return again(number, at);
        }
        Node.Place.Condition place = Places.named(c, flags.ascii());
        if (place != null) {
            source.next();
            return new Node.Place(place);
        }
        return characters.escape(at, flags);
    }

    /** Reads how often the last part is repeated. */
    private void repeat(List<Node> parts) {
        int at = source.at();
        int c = source.next();
        int[] bounds = switch (c) {
            case '*' -> new int[] {0, ENDLESS};
            case '+' -> new int[] {1, ENDLESS};
            case '?' -> new int[] {0, 1};
            default -> source.bounds(ENDLESS);
        };
        Node part = parts.isEmpty() ? null : parts.remove(parts.size() - 1);
        if (part == null || part instanceof Node.Place) {
            throw source.error("nothing to repeat", at);
        }
        if (part instanceof Node.Repeat || (part instanceof Node.Atomic atomic && atomic.repeats())) {
            throw source.error("multiple repeat", at);
        }
        boolean lazy = source.skipIf('?');
        boolean possessive = !lazy && source.skipIf('+');
        Node repeat = new Node.Repeat(part, bounds[0], bounds[1], !lazy);
        parts.add(possessive ? new Node.Atomic(repeat, true) : repeat);
    }
}
