package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code iter()}, {@code len()} and {@code in}. */
public final class Iteration {

    private Iteration() {}

    /** The items of a value. */
    public static Iterator<Object> of(Object value) {
        Iterator<Object> items = find(value);
        if (items == null) {
            throw Fault.type("'" + Types.name(value) + "' object is not iterable");
        }
        return items;
    }

    /** The items of a value, or null when it has none. */
    public static @Nullable Iterator<Object> find(Object value) {
        if (value instanceof PyObject object) {
            return object.iterator();
        }
        return value instanceof CharSequence text ? characters(text) : null;
    }

    private static Iterator<Object> characters(CharSequence text) {
        String plain = text.toString();
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < plain.length();
            }

            @Override
            public Object next() {
                int c = plain.codePointAt(at);
                at += Character.charCount(c);
                return Character.toString(c);
            }
        };
    }

    /** A new list of the items. */
    public static List<Object> list(Object value, Interpreter runtime) {
        if (value instanceof PyList list) {
            runtime.budget().items(list.items().size());
            return new ArrayList<>(list.items());
        }
        List<Object> items = new ArrayList<>();
        Iterator<Object> iterator = of(value);
        while (iterator.hasNext()) {
            items.add(iterator.next());
            runtime.budget().step();
            if ((items.size() & 1023) == 0) {
                runtime.budget().items(items.size());
            }
        }
        return items;
    }

    /** {@code len(value)}. */
    public static int length(Object value) {
        int length = lengthOrMinus(value);
        if (length < 0) {
            throw Fault.type("object of type '" + Types.name(value) + "' has no len()");
        }
        return length;
    }

    /** The length, or -1 when the value has none. */
    public static int lengthOrMinus(Object value) {
        if (value instanceof CharSequence text) {
            return Strings.length(text);
        }
        return value instanceof PyObject object ? object.length() : -1;
    }

    /** {@code candidate in container}. */
    public static boolean contains(Object container, Object candidate, Interpreter runtime) {
        if (container instanceof CharSequence text) {
            if (candidate instanceof CharSequence part) {
                return text.toString().contains(part);
            }
            throw Fault.type("'in <string>' requires string as left operand, not " + Types.name(candidate));
        }
        if (container instanceof PyObject object) {
            Boolean found = object.contains(candidate);
            if (found != null) {
                return found;
            }
        }
        Iterator<Object> items = find(container);
        if (items == null) {
            throw Fault.type("argument of type '" + Types.name(container) + "' is not iterable");
        }
        while (items.hasNext()) {
            runtime.budget().step();
            if (Equality.same(items.next(), candidate, runtime.budget())) {
                return true;
            }
        }
        return false;
    }
}
