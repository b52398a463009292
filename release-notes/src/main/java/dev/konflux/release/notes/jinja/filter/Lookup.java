package dev.konflux.release.notes.jinja.filter;

import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.Strings;
import dev.konflux.release.notes.jinja.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks attributes up by dotted path; whole numbers in the path are indexes. */
final class Lookup {

    private Lookup() {}

    private static List<Object> parts(Object path) {
        if (path == None.NONE) {
            return List.of();
        }
        if (!Strings.is(path)) {
            return List.of(path);
        }
        List<Object> parts = new ArrayList<>();
        for (String part : path.toString().split("\\.", -1)) {
            boolean number =
                    !part.isEmpty() && part.length() < 10 && part.chars().allMatch(Character::isDigit);
            parts.add(number ? (Object) Long.parseLong(part) : part);
        }
        return parts;
    }

    /** The value at a path, or the fallback where something on the way is undefined. */
    static UnaryOperator<Object> of(Object path, @Nullable Object fallback, Interpreter runtime) {
        List<Object> parts = parts(path);
        return item -> {
            Object value = item;
            for (Object part : parts) {
                value = runtime.item(value, part);
                if (fallback != null && value instanceof Undefined) {
                    value = fallback;
                }
            }
            return value;
        };
    }

    /** The values at several paths divided by commas. */
    static UnaryOperator<Object> several(Object paths, boolean caseSensitive, Interpreter runtime) {
        List<UnaryOperator<Object>> getters = new ArrayList<>();
        if (Strings.is(paths)) {
            for (String path : paths.toString().split(",", -1)) {
                getters.add(cased(of(path, null, runtime), caseSensitive));
            }
        } else {
            getters.add(cased(of(paths, null, runtime), caseSensitive));
        }
        return item -> {
            List<Object> values = new ArrayList<>(getters.size());
            getters.forEach(getter -> values.add(getter.apply(item)));
            return new PyList(values);
        };
    }

    /** The getter with its strings in lower case, unless case counts. */
    static UnaryOperator<Object> cased(UnaryOperator<Object> getter, boolean caseSensitive) {
        return caseSensitive ? getter : item -> lower(getter.apply(item));
    }

    private static Object lower(Object value) {
        return Strings.is(value) ? Strings.like(value, value.toString().toLowerCase(Locale.ROOT)) : value;
    }
}
