package dev.konflux.release.notes.jinja.value;

import java.math.BigInteger;

/** Python's strings, which count code points. */
public final class Strings {

    private Strings() {}

    /** Whether the value is a string, safe or not. */
    public static boolean is(Object value) {
        return value instanceof CharSequence;
    }

    /** Python's {@code str()} within the limits of a render. */
    public static String of(Object value, Budget budget) {
        if (!(value instanceof PyObject)) {
            return of(value);
        }
        StringBuilder out = new StringBuilder();
        new Printer(out, budget).str(value);
        return out.toString();
    }

    /** Python's {@code str()} outside of a render. */
    public static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Markup markup) {
            return markup.text();
        }
        if (value instanceof Long number) {
            return Long.toString(number);
        }
        if (value instanceof BigInteger number) {
            return Numbers.digits(number);
        }
        Printer out = new Printer();
        out.str(value);
        return out.toString();
    }

    /** The value itself when it is a string, else its text: keeps safe strings safe. */
    public static CharSequence soft(Object value) {
        return value instanceof CharSequence text ? text : of(value);
    }

    /** A string of the same sort, safe or not, as the model. */
    public static Object like(Object model, String text) {
        return model instanceof Markup ? new Markup(text) : text;
    }

    /** How many code points it has. */
    public static int length(CharSequence text) {
        String plain = text.toString();
        return hasSurrogates(plain) ? plain.codePointCount(0, plain.length()) : plain.length();
    }

    /** Where the code point of that number starts. */
    public static int offset(String text, int codePoint) {
        return hasSurrogates(text) ? text.offsetByCodePoints(0, codePoint) : codePoint;
    }

    /** Which code point starts at an offset. */
    public static int codePointAt(String text, int offset) {
        return hasSurrogates(text) ? text.codePointCount(0, offset) : offset;
    }

    /** The code points from one number to another. */
    public static String slice(String text, int from, int to) {
        if (!hasSurrogates(text)) {
            return text.substring(from, to);
        }
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether Python's {@code isspace} holds for a code point. */
    public static boolean isSpace(int c) {
        if (c < 128) {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
        }
        return c == 0x85 || c == 0xa0 || Character.isSpaceChar(c);
    }

    /** Without white space at the start. */
    public static String stripStart(String text) {
        int from = 0;
        while (from < text.length() && isSpace(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    /** Without white space at the end. */
    public static String stripEnd(String text) {
        int to = text.length();
        while (to > 0 && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }

    /** Without white space at both ends. */
    public static String strip(String text) {
        return stripEnd(stripStart(text));
    }
}
