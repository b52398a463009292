package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds repeated items of lists that are sets, and repeated keys of lists that are maps. */
final class ListCheck {

    private final List<Cause> causes;

    ListCheck(List<Cause> causes) {
        this.causes = causes;
    }

    void check(Data value, Schema schema, String path) {
        if (!schema.distinctItemsBelow) {
            return;
        }
        if (value instanceof DataObject object) {
            for (Map.Entry<String, Data> member : object.members().entrySet()) {
                Schema known = schema.properties.get(member.getKey());
                if (known != null && known.distinctItemsBelow) {
                    String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                    check(member.getValue(), known, below);
                } else if (known == null && schema.values != null) {
                    check(member.getValue(), schema.values, path + "[" + member.getKey() + "]");
                }
            }
        } else if (value instanceof DataArray array) {
            items(array, schema, path);
        }
    }

    private void items(DataArray array, Schema schema, String path) {
        if (schema.set) {
            repeated(array.items(), path);
        } else if (!schema.mapKeys.isEmpty()) {
            keys(array, schema, path);
        }
        if (schema.items != null && schema.items.distinctItemsBelow) {
            for (int i = 0; i < array.size(); i++) {
                check(array.items().get(i), schema.items, path + "[" + i + "]");
            }
        }
    }

    /** Each repeated item is reported once, where it occurs for the second time. */
    private void repeated(List<Data> items, String path) {
        Set<Data> seen = new HashSet<>();
        Set<Data> told = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Data item = items.get(i);
            if (!seen.add(item) && told.add(item)) {
                causes.add(Cause.duplicate(path + "[" + i + "]", item));
            }
        }
    }

    private void keys(DataArray array, Schema schema, String path) {
        List<Data> keys = new ArrayList<>(array.size());
        for (Data item : array) {
            if (!item.isNull() && !(item instanceof DataObject)) {
                String place = path + "[" + keys.size() + "]";
                causes.add(Cause.invalid(place, item, "must be an object for an array of list-type map"));
                return;
            }
            keys.add(keysOf(item, schema));
        }
        repeated(keys, path);
    }

    private static Data keysOf(Data item, Schema schema) {
        DataObject keys = DataObject.empty();
        for (String key : schema.mapKeys) {
            Data value = item instanceof DataObject object ? object.member(key) : null;
            keys = value == null ? keys : keys.with(key, value);
        }
        return keys;
    }
}
