package dev.konflux.release.model.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The members of an object that is being built: a few side by side, many in a hash table. */
final class MemberList {

    private static final int USUAL_SIZE = 6;

    private String[] names;
    private Data[] values;
    private int size;
    private @Nullable Map<String, Data> many;

    /** A list that begins with these members, of which it keeps copies. */
    MemberList(String[] names, Data[] values) {
        this.size = names.length;
        int room = Math.max(USUAL_SIZE, size + 1);
        this.names = Arrays.copyOf(names, room);
        this.values = Arrays.copyOf(values, room);
        if (size > Names.FEW) {
            this.many = inTable();
        }
    }

    private Map<String, Data> inTable() {
        Map<String, Data> table = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            table.put(names[i], values[i]);
        }
        return table;
    }

    boolean has(String name) {
        return many != null ? many.containsKey(name) : Names.indexOf(name, names, size) >= 0;
    }

    void put(String name, Data value) {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        if (many != null) {
            many.put(name, value);
            return;
        }
        int index = Names.indexOf(name, names, size);
        if (index >= 0) {
            values[index] = value;
        } else {
            append(name, value);
        }
    }

    private void append(String name, Data value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size++] = value;
        if (size > Names.FEW) {
            many = inTable();
        }
    }

    void remove(String name) {
        if (many != null) {
            many.remove(name);
            return;
        }
        int index = Names.indexOf(name, names, size);
        if (index >= 0) {
            size--;
            System.arraycopy(names, index + 1, names, index, size - index);
            System.arraycopy(values, index + 1, values, index, size - index);
        }
    }

    /** The names in order, as an array of their own. */
    String[] names() {
        return many == null ? Arrays.copyOf(names, size) : many.keySet().toArray(String[]::new);
    }

    /** The values in order, as an array of their own. */
    Data[] values() {
        return many == null ? Arrays.copyOf(values, size) : many.values().toArray(Data[]::new);
    }
}
