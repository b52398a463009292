package dev.konflux.release.notes.jinja.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Python's {@code getattr()} and subscript without the template's fallbacks. */
public final class Attributes {

    private Attributes() {}

    /** The attribute, or null. */
    public static @Nullable Object find(Object value, String name, Interpreter runtime) {
        if (value instanceof PyObject object) {
            return object.attribute(name, runtime);
        }
        if (value instanceof CharSequence text) {
            return StringMethods.find(text, name);
        }
        if (value instanceof Long
                || value instanceof BigInteger
                || value instanceof Boolean
                || value instanceof Double) {
            return NumberMethods.find(value, name);
        }
        return null;
    }

    /** The item, or null. */
    public static @Nullable Object item(Object value, Object key, Interpreter runtime) {
        if (value instanceof PyObject object) {
            return object.item(key, runtime);
        }
        if (value instanceof CharSequence text && Numbers.isSmall(key)) {
            String plain = text.toString();
            long index = Numbers.small(key);
            int length = Strings.length(plain);
            long at = index < 0 ? index + length : index;
            return at < 0 || at >= length ? null : Strings.like(text, Strings.slice(plain, (int) at, (int) at + 1));
        }
        return null;
    }
}
