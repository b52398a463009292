package dev.konflux.release.notes.jinja.value;

import java.math.BigInteger;

/** Python's {@code bool()}. */
public final class Truth {

    private Truth() {}

    /** Whether the value counts as true. */
    public static boolean of(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof CharSequence text) {
            return text.length() > 0;
        }
        if (value instanceof Long number) {
            return number != 0;
        }
        if (value instanceof PyObject object) {
            return object.truth();
        }
        if (value instanceof Double number) {
            return number != 0;
        }
        return value instanceof BigInteger;
    }
}
