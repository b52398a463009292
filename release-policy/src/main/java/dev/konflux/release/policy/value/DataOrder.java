package dev.konflux.release.policy.value;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNull;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The upstream engine's total order: null, booleans, numbers, strings, arrays, objects. */
final class DataOrder {

    private static final Comparator<Map.Entry<String, Data>> BY_NAME = Map.Entry.comparingByKey(CodePoints.ORDER);

    private DataOrder() {}

    @SuppressWarnings("ReferenceEquality") // whole documents meet themselves in sorted sets
    static int compare(Data a, Data b) {
        if (a == b) {
            return 0;
        }
        if (a instanceof DataString x && b instanceof DataString y) {
            return CodePoints.ORDER.compare(x.text(), y.text());
        }
        if (a instanceof DataNumber x && b instanceof DataNumber y) {
            return numbers(x, y);
        }
        if (a instanceof DataBoolean x && b instanceof DataBoolean y) {
            return Boolean.compare(x.truth(), y.truth());
        }
        if (a instanceof DataArray x && b instanceof DataArray y) {
            return arrays(x, y);
        }
        if (a instanceof DataObject x && b instanceof DataObject y) {
            return objects(x, y);
        }
        return Integer.compare(rank(a), rank(b));
    }

    /** Whether the order takes them for equal, told without putting anything in order. */
    static boolean equal(Data a, Data b) {
        if (a instanceof DataArray x && b instanceof DataArray y) {
            return x.size() == y.size() && equalItems(x.items(), y.items());
        }
        if (a instanceof DataObject x && b instanceof DataObject y) {
            return x.size() == y.size() && equalMembers(x, y);
        }
        if (a instanceof DataString x && b instanceof DataString y) {
            return x.text().equals(y.text());
        }
        return compare(a, b) == 0;
    }

    private static boolean equalItems(List<Data> a, List<Data> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMembers(DataObject a, DataObject b) {
        for (Map.Entry<String, Data> member : a.members().entrySet()) {
            Data other = b.member(member.getKey());
            if (other == null || !equal(member.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static int rank(Data data) {
        if (data instanceof DataNull) {
            return 0;
        }
        if (data instanceof DataBoolean) {
            return 1;
        }
        if (data instanceof DataNumber) {
            return 2;
        }
        if (data instanceof DataString) {
            return 3;
        }
        return data instanceof DataArray ? 4 : 5;
    }

    private static int numbers(DataNumber a, DataNumber b) {
        if (a.asLong().isPresent() && b.asLong().isPresent()) {
            return Long.compare(a.asLong().getAsLong(), b.asLong().getAsLong());
        }
        return a.isFinite() && b.isFinite()
                ? a.decimal().compareTo(b.decimal())
                : Double.compare(a.doubleValue(), b.doubleValue());
    }

    private static int arrays(DataArray a, DataArray b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int items = compare(a.items().get(i), b.items().get(i));
            if (items != 0) {
                return items;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int objects(DataObject a, DataObject b) {
        List<Map.Entry<String, Data>> x = sortedMembers(a);
        List<Map.Entry<String, Data>> y = sortedMembers(b);
        for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
            int names = CodePoints.ORDER.compare(x.get(i).getKey(), y.get(i).getKey());
            if (names != 0) {
                return names;
            }
            int values = compare(x.get(i).getValue(), y.get(i).getValue());
            if (values != 0) {
                return values;
            }
        }
        return Integer.compare(x.size(), y.size());
    }

    static List<Map.Entry<String, Data>> sortedMembers(DataObject object) {
        List<Map.Entry<String, Data>> members =
                ImmutableList.copyOf(object.members().entrySet());
        return Comparators.isInOrder(members, BY_NAME) ? members : ImmutableList.sortedCopyOf(BY_NAME, members);
    }

    /** Equal for values that the order takes for equal. */
    static int hash(Data data) {
        if (data instanceof DataNumber number) {
            return Double.hashCode(number.doubleValue() + 0.0);
        }
        if (data instanceof DataArray array) {
            int hash = 1;
            for (Data item : array) {
                hash = 31 * hash + hash(item);
            }
            return hash;
        }
        if (data instanceof DataObject object) {
            int hash = 0;
            for (var member : object.members().entrySet()) {
                hash += member.getKey().hashCode() ^ 31 * hash(member.getValue());
            }
            return hash;
        }
        return data.hashCode();
    }
}
