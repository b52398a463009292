package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's dict: ordered by insertion, keys equal across number types and string types. */
public final class PyDict extends PyObject {

    private final Map<Object, Object> values;
    private @Nullable Map<Object, Object> spelling;

    /** An empty dict. */
    public PyDict() {
        this.values = new LinkedHashMap<>();
    }

    /** An empty dict with room. */
    public PyDict(int size) {
        this.values = new LinkedHashMap<>(size * 2);
    }

    PyDict(Map<Object, Object> values) {
        this.values = values;
    }

    /** Sets a value; a key that is there already keeps its spelling and place. */
    @SuppressWarnings("ReferenceEquality") // Only a key that was changed needs its spelling kept.
    public void put(Object key, Object value) {
        if (key instanceof String) {
            values.put(key, value);
            return;
        }
        Object normal = Equality.key(key);
        if (values.put(normal, value) == null && normal != key) {
            if (spelling == null) {
                spelling = new HashMap<>();
            }
            spelling.put(normal, key);
        }
    }

    /** The value of a key, or null. */
    public @Nullable Object get(Object key) {
        return values.get(key instanceof String ? key : Equality.key(key));
    }

    @Nullable
    Object byNormalKey(Object normal) {
        return values.get(normal);
    }

    /** Takes a key out and gives its value, or null. */
    public @Nullable Object remove(Object key) {
        Object normal = Equality.key(key);
        Object value = values.remove(normal);
        if (spelling != null) {
            spelling.remove(normal);
        }
        return value;
    }

    /** Takes everything out. */
    public void clear() {
        values.clear();
        spelling = null;
    }

    Set<Map.Entry<Object, Object>> entries() {
        return values.entrySet();
    }

    private Object spelled(Object normal) {
        if (spelling == null || (normal instanceof String && !spelling.containsKey(normal))) {
            return normal;
        }
        return spelling.getOrDefault(normal, normal);
    }

    /** The keys in order, as they are now. */
    public List<Object> keys() {
        List<Object> keys = new ArrayList<>(values.size());
        for (Object key : values.keySet()) {
            keys.add(spelled(key));
        }
        return keys;
    }

    /** The values in order, as they are now. */
    public List<Object> values() {
        return new ArrayList<>(values.values());
    }

    /** Pairs of key and value in order, as they are now. */
    public List<Object> pairs() {
        List<Object> pairs = new ArrayList<>(values.size());
        for (Map.Entry<Object, Object> entry : values.entrySet()) {
            pairs.add(PyTuple.of(spelled(entry.getKey()), entry.getValue()));
        }
        return pairs;
    }

    /** Sets all values of another dict. */
    public void putAll(PyDict other) {
        for (Map.Entry<Object, Object> entry : other.values.entrySet()) {
            put(other.spelled(entry.getKey()), entry.getValue());
        }
    }

    /** A copy that can be changed on its own. */
    public PyDict copy() {
        PyDict copy = new PyDict(values.size());
        copy.putAll(this);
        return copy;
    }

    /** An iterator that fails when the dict grows or shrinks under it. */
    Iterator<Object> guarded(Iterator<Object> items) {
        int size = values.size();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (values.size() != size) {
                    throw new Fault(FaultKind.PYTHON_RUNTIME, "dictionary changed size during iteration");
                }
                return items.hasNext();
            }

            @Override
            public Object next() {
                return items.next();
            }
        };
    }

    @Override
    public String typeName() {
        return "dict";
    }

    @Override
    public void repr(Printer out) {
        if (!out.open(this)) {
            out.append("{...}");
            return;
        }
        String separator = "{";
        for (Map.Entry<Object, Object> entry : values.entrySet()) {
            out.append(separator);
            out.repr(spelled(entry.getKey()));
            out.append(": ");
            out.repr(entry.getValue());
            separator = ", ";
        }
        out.append(values.isEmpty() ? "{}" : "}");
        out.close();
    }

    @Override
    public boolean truth() {
        return !values.isEmpty();
    }

    @Override
    public int length() {
        return values.size();
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return DictMethods.find(this, name);
    }

    @Override
    public @Nullable Object item(Object key, Interpreter runtime) {
        return isHashable(key) ? get(key) : null;
    }

    private static boolean isHashable(Object key) {
        try {
            Equality.key(key);
            return true;
        } catch (Fault fault) {
            if (fault.kind() == FaultKind.TYPE) {
                return false;
            }
            throw fault;
        }
    }

    @Override
    public Iterator<Object> iterator() {
        return guarded(spelling == null ? values.keySet().iterator() : keys().iterator());
    }

    @Override
    public Boolean contains(Object candidate) {
        return get(candidate) != null;
    }

    @Override
    public int hash() {
        throw Equality.unhashable("dict");
    }
}
