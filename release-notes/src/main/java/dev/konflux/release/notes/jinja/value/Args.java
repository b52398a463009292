package dev.konflux.release.notes.jinja.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of a call. */
public final class Args {

    /** No arguments. */
    public static final Args NONE = new Args(new Object[0], Map.of());

    private final Object[] positional;
    private final Map<String, Object> keywords;

    private Args(Object[] positional, Map<String, Object> keywords) {
        this.positional = positional;
        this.keywords = keywords;
    }

    /** Positional arguments only. */
    public static Args of(Object... positional) {
        return positional.length == 0 ? NONE : new Args(positional, Map.of());
    }

    /** Positional and keyword arguments. */
    public static Args of(Object[] positional, Map<String, Object> keywords) {
        return new Args(positional, keywords);
    }

    /** How many positional arguments there are. */
    public int count() {
        return positional.length;
    }

    /** A positional argument. */
    public Object at(int index) {
        return positional[index];
    }

    /** The positional arguments. */
    public List<Object> positional() {
        return Arrays.asList(positional);
    }

    /** The positional arguments from an index on. */
    public Object[] from(int index) {
        return index >= positional.length ? new Object[0] : Arrays.copyOfRange(positional, index, positional.length);
    }

    /** The arguments without the first positional ones. */
    public Args without(int first) {
        return new Args(from(first), keywords);
    }

    /** The arguments without some keyword arguments. */
    public Args without(Set<String> names) {
        Map<String, Object> rest = new LinkedHashMap<>(keywords);
        rest.keySet().removeAll(names);
        return new Args(positional, rest);
    }

    /** The keyword arguments in their order. */
    public Map<String, Object> keywords() {
        return keywords;
    }

    /** A keyword argument, or null. */
    public @Nullable Object keyword(String name) {
        return keywords.get(name);
    }

    /** These arguments with a keyword more. */
    public Args with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keywords);
        more.put(name, value);
        return new Args(positional, more);
    }

    /** The keyword arguments as a dict. */
    public PyDict keywordDict() {
        PyDict dict = new PyDict();
        keywords.forEach(dict::put);
        return dict;
    }
}
