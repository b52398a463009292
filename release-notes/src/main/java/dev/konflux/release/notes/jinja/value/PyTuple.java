package dev.konflux.release.notes.jinja.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's tuple. */
public final class PyTuple extends PySequence {

    private final String objectName;
    private final Map<String, Object> names;
    private int hash;

    /** A tuple of the given items. */
    public PyTuple(List<Object> items) {
        this("tuple object", items, Map.of());
    }

    private PyTuple(String objectName, List<Object> items, Map<String, Object> names) {
        super(items);
        this.objectName = objectName;
        this.names = names;
    }

    /** A tuple of a class of its own, whose items have names too. */
    public static PyTuple named(String objectName, Map<String, Object> items) {
        return new PyTuple(objectName, List.copyOf(items.values()), items);
    }

    /** A tuple of the given items. */
    public static PyTuple of(Object... items) {
        return new PyTuple(List.of(items));
    }

    /** Whether it is of a class of its own. */
    public boolean isNamed() {
        return !names.isEmpty();
    }

    @Override
    public String typeName() {
        return "tuple";
    }

    @Override
    public String objectName() {
        return objectName;
    }

    @Override
    public void repr(Printer out) {
        out.append("(");
        reprItems(out);
        out.append(items().size() == 1 ? ",)" : ")");
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        Object item = names.get(name);
        return item == null ? ListMethods.findShared(this, name) : item;
    }

    @Override
    public int hash() {
        // Kept, since tuples that share their parts would be hashed along every way to them.
        if (hash == 0) {
            hash = Equality.hash(items());
        }
        return hash;
    }
}
