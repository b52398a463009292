package dev.konflux.release.model.data;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders values as jq sorts them: null, false, true, numbers, strings by code point, arrays item by item, objects first by their sorted
 * names and then by the values in the order of the names.
 */
public final class JqOrder implements Comparator<Data> {

    /** The order. */
    public static final JqOrder ORDER = new JqOrder();

    private JqOrder() {}

    @Override
    public int compare(Data a, Data b) {
        if (a instanceof DataNumber x && b instanceof DataNumber y) {
            return Double.compare(x.doubleValue() + 0.0, y.doubleValue() + 0.0);
        }
        if (a instanceof DataString x && b instanceof DataString y) {
            return CodePoints.ORDER.compare(x.text(), y.text());
        }
        if (a instanceof DataArray x && b instanceof DataArray y) {
            return lists(x.items(), y.items(), this);
        }
        if (a instanceof DataObject x && b instanceof DataObject y) {
            return objects(x, y);
        }
        return Integer.compare(rank(a), rank(b));
    }

    /** The values sorted, of equal ones only the first. */
    public static List<Data> unique(Iterable<Data> values) {
        List<Data> sorted = new ArrayList<>();
        values.forEach(sorted::add);
        sorted.sort(ORDER);
        List<Data> unique = new ArrayList<>();
        for (Data value : sorted) {
            if (unique.isEmpty() || ORDER.compare(unique.get(unique.size() - 1), value) != 0) {
                unique.add(value);
            }
        }
        return unique;
    }

    private int objects(DataObject a, DataObject b) {
        List<String> names = sortedNames(a);
        int byNames = lists(names, sortedNames(b), CodePoints.ORDER);
        if (byNames != 0) {
            return byNames;
        }
        for (String name : names) {
            int byValue = compare(a.find(name).orElseThrow(), b.find(name).orElseThrow());
            if (byValue != 0) {
                return byValue;
            }
        }
        return 0;
    }

    private static List<String> sortedNames(DataObject object) {
        List<String> names = ImmutableList.copyOf(object.names());
        return Comparators.isInOrder(names, CodePoints.ORDER)
                ? names
                : ImmutableList.sortedCopyOf(CodePoints.ORDER, names);
    }

    private static <T> int lists(List<? extends T> a, List<? extends T> b, Comparator<T> order) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int compared = order.compare(a.get(i), b.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int rank(Data value) {
        return switch (value.kind()) {
            case NULL -> 0;
            case BOOLEAN -> ((DataBoolean) value).truth() ? 2 : 1;
            case NUMBER -> 3;
            case STRING -> 4;
            case ARRAY -> 5;
            case OBJECT -> 6;
        };
    }
}
