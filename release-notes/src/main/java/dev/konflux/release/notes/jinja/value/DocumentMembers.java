package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a document as the entries of a dict, made into Python's values when they are asked for: a render that reads a few fields
 * of a large document does not pay for the rest. The first change makes a copy.
 */
final class DocumentMembers extends AbstractMap<Object, Object> {

    private final Map<String, Data> members;
    private @Nullable Map<String, Object> containers;
    private @Nullable Map<Object, Object> copy;

    DocumentMembers(DataObject document) {
        this.members = document.members();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (copy != null) {
            return copy.get(key);
        }
        if (!(key instanceof String name)) {
            return null;
        }
        Data member = members.get(name);
        return member == null ? null : value(name, member);
    }

    // Lists and dicts must stay the same objects, because a template may change them.
    private Object value(String name, Data member) {
        if (!Conversion.isContainer(member)) {
            return Conversion.of(member);
        }
        if (containers == null) {
            containers = new HashMap<>();
        }
        Object known = containers.get(name);
        if (known == null) {
            known = Conversion.of(member);
            containers.put(name, known);
        }
        return known;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return copy == null ? members.containsKey(key) : copy.containsKey(key);
    }

    @Override
    public int size() {
        return copy == null ? members.size() : copy.size();
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
        return changed().put(key, value);
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        return changed().remove(key);
    }

    @Override
    public void clear() {
        changed().clear();
    }

    private Map<Object, Object> changed() {
        if (copy == null) {
            Map<Object, Object> all = new LinkedHashMap<>(members.size() * 2);
            members.forEach((name, member) -> all.put(name, value(name, member)));
            copy = all;
        }
        return copy;
    }

    @Override
    public Set<Object> keySet() {
        return copy == null ? new Names() : copy.keySet();
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return copy == null ? new Entries() : copy.entrySet();
    }

    private final class Names extends AbstractSet<Object> {
        @Override
        public Iterator<Object> iterator() {
            Iterator<String> names = members.keySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return names.hasNext();
                }

                @Override
                public Object next() {
                    return names.next();
                }
            };
        }

        @Override
        public int size() {
            return members.size();
        }
    }

    private final class Entries extends AbstractSet<Entry<Object, Object>> {
        @Override
        public Iterator<Entry<Object, Object>> iterator() {
            Iterator<Entry<String, Data>> entries = members.entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Entry<Object, Object> next() {
                    Entry<String, Data> entry = entries.next();
                    return Map.entry(entry.getKey(), value(entry.getKey(), entry.getValue()));
                }
            };
        }

        @Override
        public int size() {
            return members.size();
        }
    }
}
