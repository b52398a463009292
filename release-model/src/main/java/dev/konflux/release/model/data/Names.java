package dev.konflux.release.model.data;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds names of members. Most objects of resources have a handful, and looking through so few is faster than hashing. */
final class Names {

    /** So many are looked through. */
    static final int FEW = 12;

    private Names() {}

    /** Where each of many names stands; null for a few. */
    static @Nullable Map<String, Integer> places(String[] names) {
        if (names.length <= FEW) {
            return null;
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            places.put(names[i], i);
        }
        return places;
    }

    /**
     * Where a name stands among the first of them; -1 when it does not. Names are mostly constants of the program, so the very same text is
     * looked for first.
     */
    @SuppressWarnings("ReferenceEquality")
    static int indexOf(String name, String[] names, int size) {
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
