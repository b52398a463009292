package dev.konflux.release.testkit.kube;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a text stops being JSON, in the words of Go's decoder. */
final class GoJsonFault {

    private final GoJsonText text;
    private final Deque<Character> open = new ArrayDeque<>();
    private Expected expected = Expected.VALUE;

    private GoJsonFault(String text) {
        this.text = new GoJsonText(text);
    }

    /** What comes next. */
    private enum Expected {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END
    }

    /** The first fault of a text; empty when it is JSON. */
    static Optional<String> of(String text) {
        return Optional.ofNullable(new GoJsonFault(text).first());
    }

    private @Nullable String first() {
        while (text.hasMore()) {
            String fault = switch (expected) {
                case VALUE, VALUE_OR_END -> value(text.here());
                case KEY, KEY_OR_END -> key(text.here());
                case COLON -> text.here() == ':' ? pass(Expected.VALUE) : text.invalid("after object key");
                case COMMA_OR_END -> afterValue(text.here());
            };
            if (fault != null) {
                return fault;
            }
        }
        return expected == Expected.COMMA_OR_END && open.isEmpty() ? null : GoJsonText.CUT_OFF;
    }

    private @Nullable String value(char next) {
        if (expected == Expected.VALUE_OR_END && next == ']') {
            return close();
        }
        if (next == '{' || next == '[') {
            open.push(next);
            return pass(next == '{' ? Expected.KEY_OR_END : Expected.VALUE_OR_END);
        }
        expected = Expected.COMMA_OR_END;
        return text.scalar();
    }

    private @Nullable String key(char next) {
        if (expected == Expected.KEY_OR_END && next == '}') {
            return close();
        }
        if (next != '"') {
            return text.invalid("looking for beginning of object key string");
        }
        expected = Expected.COLON;
        return text.string();
    }

    private @Nullable String afterValue(char next) {
        if (open.isEmpty()) {
            return text.invalid("after top-level value");
        }
        boolean inObject = open.element() == '{';
        if (next == ',') {
            return pass(inObject ? Expected.KEY : Expected.VALUE);
        }
        if (next == (inObject ? '}' : ']')) {
            return close();
        }
        return text.invalid(inObject ? "after object key:value pair" : "after array element");
    }

    private @Nullable String close() {
        open.pop();
        return pass(Expected.COMMA_OR_END);
    }

    /** Goes on behind a character that stands where it may. */
    private @Nullable String pass(Expected next) {
        text.skip();
        expected = next;
        return null;
    }
}
