package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of a document's array as those of a list, made into Python's values when they are asked for. The first change makes a copy. */
final class DocumentItems extends AbstractList<Object> {

    private final List<Data> items;
    private final @Nullable Object[] values;
    private @Nullable List<Object> copy;

    DocumentItems(DataArray array) {
        this.items = array.items();
        this.values = new @Nullable Object[items.size()];
    }

    @Override
    public Object get(int index) {
        return copy == null ? value(index) : copy.get(index);
    }

    private Object value(int index) {
        Object value = values[index];
        if (value == null) {
            value = Conversion.of(items.get(index));
            values[index] = value;
        }
        return value;
    }

    @Override
    public int size() {
        return copy == null ? values.length : copy.size();
    }

    @Override
    public Object set(int index, Object value) {
        return changed().set(index, value);
    }

    @Override
    public void add(int index, Object value) {
        changed().add(index, value);
    }

    @Override
    public Object remove(int index) {
        return changed().remove(index);
    }

    private List<Object> changed() {
        if (copy == null) {
            List<Object> all = new ArrayList<>(values.length + 1);
            for (int i = 0; i < values.length; i++) {
                all.add(value(i));
            }
            copy = all;
        }
        return copy;
    }
}
