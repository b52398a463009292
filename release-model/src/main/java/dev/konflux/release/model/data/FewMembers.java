package dev.konflux.release.model.data;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of a small object, side by side: most objects of resources have a handful, and looking through so few is faster than
 * hashing, as is copying them for a changed object. Cannot be changed.
 */
final class FewMembers extends AbstractMap<String, Data> {

    static final int MOST = 12;

    private final String[] names;
    private final Data[] values;

    private FewMembers(String[] names, Data[] values) {
        this.names = names;
        this.values = values;
    }

    static FewMembers of(Map<String, ? extends Data> members) {
        String[] names = new String[members.size()];
        Data[] values = new Data[members.size()];
        int count = 0;
        for (Map.Entry<String, ? extends Data> member : members.entrySet()) {
            names[count] = Objects.requireNonNull(member.getKey());
            values[count++] = Objects.requireNonNull(member.getValue());
        }
        return new FewMembers(names, values);
    }

    static FewMembers of(String name, Data value) {
        return new FewMembers(new String[] {Objects.requireNonNull(name)}, new Data[] {Objects.requireNonNull(value)});
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable Data get(@Nullable Object name) {
        int index = indexOf(name);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return indexOf(name) >= 0;
    }

    /** Names are mostly constants of the program, so the very same text is looked for first. */
    @SuppressWarnings("ReferenceEquality")
    private int indexOf(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** These members with a known one replaced or a new one at the end. */
    FewMembers with(String name, Data value) {
        int known = indexOf(name);
        int index = known < 0 ? names.length : known;
        int size = Math.max(names.length, index + 1);
        String[] changedNames = known < 0 ? Arrays.copyOf(names, size) : names;
        Data[] changedValues = Arrays.copyOf(values, size);
        changedNames[index] = known < 0 ? Objects.requireNonNull(name) : names[index];
        changedValues[index] = Objects.requireNonNull(value);
        return new FewMembers(changedNames, changedValues);
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
