package dev.konflux.release.notes.jinja.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's list: it can be changed. */
public final class PyList extends PySequence {

    /** A list that owns the given items. */
    public PyList(List<Object> items) {
        super(items);
    }

    /** A list of the given items. */
    public static PyList of(Object... items) {
        return new PyList(new ArrayList<>(List.of(items)));
    }

    @Override
    public String typeName() {
        return "list";
    }

    @Override
    public void repr(Printer out) {
        if (!out.open(this)) {
            out.append("[...]");
            return;
        }
        out.append("[");
        reprItems(out);
        out.append("]");
        out.close();
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return ListMethods.find(this, name);
    }

    @Override
    public int hash() {
        throw Equality.unhashable("list");
    }
}
