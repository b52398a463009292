package dev.konflux.release.model.data;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The members of an object as a map that cannot be changed. */
final class MemberView extends AbstractMap<String, Data> {

    private final DataObject object;
    private final String[] names;
    private final Data[] values;

    MemberView(DataObject object, String[] names, Data[] values) {
        this.object = object;
        this.names = names;
        this.values = values;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable Data get(@Nullable Object name) {
        return name instanceof String text ? object.member(text) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && object.has(text);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Data> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, Data>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Data>> {

        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Map.Entry<String, Data>> iterator() {
            return new Steps();
        }
    }

    private final class Steps implements Iterator<Map.Entry<String, Data>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, Data> next() {
            if (next == names.length) {
                throw new NoSuchElementException();
            }
            int index = next++;
            return new SimpleImmutableEntry<>(names[index], values[index]);
        }
    }
}
