package dev.konflux.release.notes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.jinja.value.Conversion;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.None;
import dev.konflux.release.notes.jinja.value.Numbers;
import dev.konflux.release.notes.jinja.value.PyDict;
import dev.konflux.release.notes.jinja.value.PyList;
import dev.konflux.release.notes.jinja.value.PyObject;
import dev.konflux.release.notes.jinja.value.PyRange;
import dev.konflux.release.notes.jinja.value.PyTuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a render. Only plain values get in, so that no Java object can be reached from a template: documents, maps, lists,
 * texts, numbers, truth values, null (Python's None), arrays (tuples), {@link SafeText} and {@link Range}.
 */
public final class TemplateData {

    private static final TemplateData EMPTY = new TemplateData(Map.of());
    private static final int DEEPEST = 400;

    private final Map<String, ?> variables;

    private TemplateData(Map<String, ?> variables) {
        this.variables = variables;
    }

    /**
     * Integers in steps.
     *
     * @param start the first one
     * @param stop the end, which is not reached
     * @param step how far apart they are
     */
    public record Range(long start, long stop, long step) {}

    /** No variables. */
    public static TemplateData empty() {
        return EMPTY;
    }

    /** The members of a document as variables. */
    public static TemplateData of(DataObject document) {
        return new TemplateData(document.members());
    }

    /**
     * The entries of a map as variables.
     *
     * @throws IllegalArgumentException when a value is of a class that templates may not see
     */
    public static TemplateData of(Map<String, ? extends @Nullable Object> variables) {
        Map<String, Object> copy = new LinkedHashMap<>();
        variables.forEach((name, value) -> copy.put(name, snapshot(value, 0)));
        return new TemplateData(copy);
    }

    /** These variables with one more, or with another value for it. */
    public TemplateData with(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(variables);
        copy.put(name, snapshot(value, 0));
        return new TemplateData(copy);
    }

    /** The values for one render: new lists and dicts, since a template may change them. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(variables.size() * 2);
        variables.forEach((name, value) -> values.put(name, fresh(value)));
        return values;
    }

    private static Object snapshot(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("values nested too deeply");
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(snapshot(key, depth + 1), snapshot(item, depth + 1)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(snapshot(item, depth + 1)));
            return copy;
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(item -> snapshot(item, depth + 1)).toArray();
        }
        return scalar(value);
    }

    private static Object scalar(@Nullable Object value) {
        if (value == null) {
            return None.NONE;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof BigInteger number) {
            return Numbers.of(number);
        }
        boolean plain = value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof None
                || value instanceof Data
                || value instanceof SafeText
                || value instanceof Range
                || value instanceof PyObject;
        if (!plain) {
            throw new IllegalArgumentException(
                    "templates may not see values of " + value.getClass().getName());
        }
        return value;
    }

    private static Object fresh(Object value) {
        if (value instanceof Data data) {
            return Conversion.of(data);
        }
        if (value instanceof Map<?, ?> map) {
            PyDict dict = new PyDict(map.size());
            map.forEach((key, item) -> dict.put(fresh(key), fresh(item)));
            return dict;
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(fresh(item)));
            return new PyList(items);
        }
        if (value instanceof Object[] array) {
            return new PyTuple(Arrays.stream(array).map(TemplateData::fresh).toList());
        }
        if (value instanceof SafeText safe) {
            return new Markup(safe.html());
        }
        return value instanceof Range range ? new PyRange(range.start(), range.stop(), range.step()) : value;
    }
}
