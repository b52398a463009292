package dev.konflux.release.notes.jinja.value;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Python's set, which templates only get as the difference of two views of dicts. Its items stay in the order they came in. */
final class PySet extends PyObject {

    private final Map<Object, Object> items = new LinkedHashMap<>();

    private PySet(Object source, Interpreter runtime) {
        Iteration.list(source, runtime).forEach(item -> items.put(Equality.key(item), item));
    }

    /** The items of the first that are not among those of the second. */
    static PySet difference(Object a, Object b, Interpreter runtime) {
        PySet set = new PySet(a, runtime);
        Iteration.list(b, runtime).forEach(item -> set.items.remove(Equality.key(item)));
        return set;
    }

    /** Whether two collections without repetitions have the same items. */
    static boolean areEqual(Collection<Object> a, Collection<Object> b) {
        return keys(a).equals(keys(b));
    }

    private static Set<Object> keys(Collection<Object> items) {
        return items.stream().map(Equality::key).collect(Collectors.toSet());
    }

    @Override
    public String typeName() {
        return "set";
    }

    @Override
    public void repr(Printer out) {
        if (items.isEmpty()) {
            out.append("set()");
            return;
        }
        String between = "{";
        for (Object item : items.values()) {
            out.append(between);
            out.repr(item);
            between = ", ";
        }
        out.append("}");
    }

    @Override
    public boolean truth() {
        return !items.isEmpty();
    }

    @Override
    public int length() {
        return items.size();
    }

    @Override
    public Iterator<Object> iterator() {
        return items.values().iterator();
    }

    @Override
    public Boolean contains(Object candidate) {
        return items.containsKey(Equality.key(candidate));
    }

    @Override
    public boolean isEqualTo(Object other) {
        return other instanceof PySet that && items.keySet().equals(that.items.keySet());
    }

    @Override
    public int hash() {
        throw Equality.unhashable("set");
    }
}
