package dev.konflux.release.policy.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large an expression becomes once its repetitions are written out. Go's {@code regexp} refuses repetitions that multiply to more than
 * 1,000, deep nesting and large results; RE2/J does not and would fill the memory.
 */
final class ExpressionSize {

    private static final int MOST_REPEATS = 1000;
    private static final int DEEPEST = 1000;

    /** Go allows about three times as much. */
    private static final long LARGEST = 1_000_000;

    private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

    /** The expression, or what is inside of a group. */
    private static final class Part {
        long size;
        long repeats = 1;
        long lastSize;
        long lastRepeats = 1;

        void add(long itemSize, long itemRepeats) {
            size += itemSize;
            repeats = Math.max(repeats, itemRepeats);
            lastSize = itemSize;
            lastRepeats = itemRepeats;
        }

        /** Repeats the last item. */
        void repeat(long times) {
            size += lastSize * (times - 1);
            lastSize *= times;
            lastRepeats *= times;
            repeats = Math.max(repeats, lastRepeats);
        }
    }

    private final String expression;
    private final Deque<Part> outer = new ArrayDeque<>();
    private Part part = new Part();
    private int place;

    private ExpressionSize(String expression) {
        this.expression = expression;
    }

    /** Whether the expression stays within bounds; not if a class or an escape of it never ends. */
    static boolean isBounded(String expression) {
        ExpressionSize size = new ExpressionSize(expression);
        while (size.place >= 0 && size.place < expression.length()) {
            size.readItem();
            if (size.part.size > LARGEST || size.part.repeats > MOST_REPEATS || size.outer.size() > DEEPEST) {
                return false;
            }
        }
        return size.place >= 0;
    }

    private void readItem() {
        switch (expression.charAt(place)) {
            case '(' -> open();
            case ')' -> close();
            case '{' -> repeat();
            case '[' -> readOne(endOfClass());
            case '\\' -> escape();
            default -> readOne(place + 1);
        }
    }

    /** Passes one item; a negative end is none. */
    private void readOne(int end) {
        part.add(1, 1);
        place = end;
    }

    private void escape() {
        if (expression.startsWith("\\Q", place)) {
            int end = expression.indexOf("\\E", place);
            int next = end < 0 ? expression.length() : end + 2;
            part.add(next - place, 1);
            place = next;
        } else if (expression.startsWith("{", place + 2) && "pPx".indexOf(expression.charAt(place + 1)) >= 0) {
            int end = expression.indexOf('}', place);
            readOne(end < 0 ? end : end + 1);
        } else {
            readOne(place + 2);
        }
    }

    /** The first bracket of a class may stand for itself. */
    private int endOfClass() {
        int at = expression.startsWith("^", place + 1) ? place + 2 : place + 1;
        for (at = expression.startsWith("]", at) ? at + 1 : at; at < expression.length(); at++) {
            if (expression.charAt(at) == ']') {
                return at + 1;
            }
            if (expression.charAt(at) == '\\') {
                at++;
            }
        }
        return -1;
    }

    private void open() {
        outer.push(part);
        part = new Part();
        place++;
    }

    private void close() {
        Part inner = part;
        part = outer.isEmpty() ? new Part() : outer.pop();
        part.add(inner.size + 1, inner.repeats);
        place++;
    }

    private void repeat() {
        Matcher repeat = REPEAT.matcher(expression).region(place, expression.length());
        if (!repeat.lookingAt()) {
            readOne(place + 1);
            return;
        }
        String most = repeat.group(2) == null || repeat.group(2).isEmpty() ? repeat.group(1) : repeat.group(2);
        part.repeat(most.length() > 4 ? MOST_REPEATS + 1 : Math.max(1, Long.parseLong(most)));
        place = repeat.end();
    }
}
