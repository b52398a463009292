package dev.konflux.release.notes.jinja.value;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lists and tuples share. */
public abstract class PySequence extends PyObject {

    private final List<Object> items;

    PySequence(List<Object> items) {
        this.items = items;
    }

    /** The items. */
    public final List<Object> items() {
        return items;
    }

    @Override
    public final boolean truth() {
        return !items.isEmpty();
    }

    @Override
    public final int length() {
        return items.size();
    }

    @Override
    public final Iterator<Object> iterator() {
        return new LiveIterator(items);
    }

    @Override
    public final @Nullable Object item(Object key, Interpreter runtime) {
        if (!Numbers.isSmall(key)) {
            return null;
        }
        long index = Numbers.small(key);
        long at = index < 0 ? index + items.size() : index;
        return at < 0 || at >= items.size() ? null : items.get((int) at);
    }

    final void reprItems(Printer out) {
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            out.repr(item);
            separator = ", ";
        }
    }

    /** Iterates by index, as Python does, so that items appended on the way are met. */
    private static final class LiveIterator implements Iterator<Object> {
        private final List<Object> items;
        private int next;

        LiveIterator(List<Object> items) {
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            return next < items.size();
        }

        @Override
        public Object next() {
            return items.get(next++);
        }
    }
}
