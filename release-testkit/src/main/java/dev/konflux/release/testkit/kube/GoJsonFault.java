package dev.konflux.release.testkit.kube;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a text stops being JSON, in the words of Go's decoder. */
final class GoJsonFault {

    private static final String CUT_OFF = "unexpected end of JSON input";
    private static final String ESCAPES = "bfnrt\\/\"";
    private static final int HEX_DIGITS = 4;

    private final String text;
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;

    private GoJsonFault(String text) {
        this.text = text;
    }

    /** What comes next. */
    private enum State {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        AFTER_VALUE
    }

    /** The first fault of a text; empty when it is JSON. */
    static Optional<String> of(String text) {
        return Optional.ofNullable(new GoJsonFault(text).fault());
    }

    private @Nullable String fault() {
        State state = State.VALUE;
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            char next = text.charAt(at);
            String fault = null;
            switch (state) {
                case VALUE, VALUE_OR_END -> {
                    if (state == State.VALUE_OR_END && next == ']') {
                        state = close();
                    } else if (next == '{' || next == '[') {
                        state = open(next);
                    } else {
                        fault = scalar(next);
                        state = State.AFTER_VALUE;
                    }
                }
                case KEY, KEY_OR_END -> {
                    if (state == State.KEY_OR_END && next == '}') {
                        state = close();
                    } else {
                        fault = next == '"' ? string() : invalid("looking for beginning of object key string");
                        state = State.COLON;
                    }
                }
                case COLON -> {
                    fault = next == ':' ? null : invalid("after object key");
                    at++;
                    state = State.VALUE;
                }
                case AFTER_VALUE -> {
                    fault = next == ',' || isEnd(next) ? misplaced(next) : invalid(after());
                    state = fault == null && isEnd(next) ? close() : more();
                }
            }
            if (fault != null) {
                return fault;
            }
        }
        return state == State.AFTER_VALUE && open.isEmpty() ? null : CUT_OFF;
    }

    private State open(char bracket) {
        open.push(bracket);
        at++;
        return bracket == '{' ? State.KEY_OR_END : State.VALUE_OR_END;
    }

    private State close() {
        open.pop();
        at++;
        return State.AFTER_VALUE;
    }

    private State more() {
        at++;
        return !open.isEmpty() && open.element() == '{' ? State.KEY : State.VALUE;
    }

    private boolean isEnd(char next) {
        return !open.isEmpty() && next == (open.element() == '{' ? '}' : ']');
    }

    private @Nullable String misplaced(char next) {
        return next == ',' && open.isEmpty() ? invalid(after()) : null;
    }

    private String after() {
        if (open.isEmpty()) {
            return "after top-level value";
        }
        return open.element() == '{' ? "after object key:value pair" : "after array element";
    }

    private @Nullable String scalar(char next) {
        return switch (next) {
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> invalid("looking for beginning of value");
        };
    }

    private @Nullable String string() {
        for (at++; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '"') {
                at++;
                return null;
            }
            if (next < ' ') {
                return invalid("in string literal");
            }
            String fault = next == '\\' ? escape() : null;
            if (fault != null) {
                return fault;
            }
        }
        return CUT_OFF;
    }

    private @Nullable String escape() {
        at++;
        if (at == text.length() || ESCAPES.indexOf(text.charAt(at)) >= 0) {
            return null;
        }
        if (text.charAt(at) != 'u') {
            return invalid("in string escape code");
        }
        for (int i = 0; i < HEX_DIGITS && at + 1 < text.length(); i++) {
            at++;
            if (Character.digit(text.charAt(at), 16) < 0) {
                return invalid("in \\u hexadecimal character escape");
            }
        }
        return null;
    }

    private @Nullable String literal(String word) {
        for (int i = 1; i < word.length(); i++) {
            at++;
            if (here() != word.charAt(i)) {
                return invalid("in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
        at++;
        return null;
    }

    private @Nullable String number() {
        if (here() == '-') {
            at++;
        }
        if (!isDigit()) {
            return invalid("in numeric literal");
        }
        if (here() == '0') {
            at++;
        } else {
            skipDigits();
        }
        if (here() == '.') {
            at++;
            if (!isDigit()) {
                return invalid("after decimal point in numeric literal");
            }
            skipDigits();
        }
        if (here() == 'e' || here() == 'E') {
            at++;
            at += here() == '+' || here() == '-' ? 1 : 0;
            if (!isDigit()) {
                return invalid("in exponent of numeric literal");
            }
            skipDigits();
        }
        return null;
    }

    private boolean isDigit() {
        return here() >= '0' && here() <= '9';
    }

    private void skipDigits() {
        while (isDigit()) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** At its end a text goes on with a blank, which ends what can end there. */
    private char here() {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private String invalid(String where) {
        return "invalid character '" + quoted(here()) + "' " + where;
    }

    /** A character as Go quotes it. */
    private static String quoted(char character) {
        return switch (character) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isShown(character) ? Character.toString(character) : escaped(character);
        };
    }

    private static boolean isShown(char character) {
        return character >= ' ' && character != '\u00ad' && !(character > '~' && character < '\u00a1');
    }

    private static String escaped(char character) {
        return "\\" + (character < 0x80 ? "x%02x" : "u%04x").formatted((int) character);
    }
}
