package dev.konflux.release.notes.jinja.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Python's stable sort by a key. */
public final class Sorting {

    private Sorting() {}

    /** The items sorted by a key; equal ones stay in their order, also when reversed. */
    public static List<Object> sorted(
            List<Object> items, UnaryOperator<Object> key, boolean reverse, Interpreter runtime) {
        runtime.budget().charge(items.size() * 2L);
        List<Keyed> keyed = new ArrayList<>(items.size());
        for (Object item : items) {
            keyed.add(new Keyed(key.apply(item), item));
        }
        if (reverse) {
            Collections.reverse(keyed);
        }
        keyed.sort((a, b) -> order(a.key, b.key));
        if (reverse) {
            Collections.reverse(keyed);
        }
        List<Object> sorted = new ArrayList<>(items.size());
        for (Keyed entry : keyed) {
            sorted.add(entry.item);
        }
        return sorted;
    }

    // Only "less" is asked, as in Python, and asked once where it holds.
    private static int order(Object a, Object b) {
        if (Compare.less(a, b)) {
            return -1;
        }
        return Compare.less(b, a) ? 1 : 0;
    }

    private record Keyed(Object key, Object item) {}
}
