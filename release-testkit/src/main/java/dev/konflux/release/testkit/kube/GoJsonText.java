package dev.konflux.release.testkit.kube;

import org.jspecify.annotations.Nullable;

/** Goes through a text that should be JSON; what is wrong with it is told in the words of Go's decoder. */
final class GoJsonText {

    static final String CUT_OFF = "unexpected end of JSON input";

    private static final String ESCAPES = "bfnrt\\/\"";
    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;

    GoJsonText(String text) {
        this.text = text;
    }

    /** Whether something follows that is no blank; it is where the text goes on. */
    boolean hasMore() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length();
    }

    void skip() {
        at++;
    }

    /** At its end a text goes on with a blank, which ends what can end there. */
    char here() {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    String invalid(String where) {
        return "invalid character '" + quoted(here()) + "' " + where;
    }

    /** Passes a value that has no parts; null when nothing is wrong with it. */
    @Nullable
    String scalar() {
        return switch (here()) {
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> invalid("looking for beginning of value");
        };
    }

    /** Passes a text in quotes; null when nothing is wrong with it. */
    @Nullable
    String string() {
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
        if (ESCAPES.indexOf(here()) >= 0) {
            return null;
        }
        if (here() != 'u') {
            return invalid("in string escape code");
        }
        for (int i = 0; i < HEX_DIGITS; i++) {
            at++;
            if (Character.digit(here(), 16) < 0) {
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
