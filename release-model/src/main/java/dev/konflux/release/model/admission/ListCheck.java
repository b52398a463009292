package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
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
        if (value instanceof DataObject object) {
            for (Map.Entry<String, Data> member : object.members().entrySet()) {
                Schema known = schema.properties.get(member.getKey());
                if (known != null) {
                    String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                    check(member.getValue(), known, below);
                } else if (schema.values != null) {
                    check(member.getValue(), schema.values, path + "[" + member.getKey() + "]");
                }
            }
        } else if (value instanceof DataArray array) {
            items(array, schema, path);
        }
    }

    private void items(DataArray array, Schema schema, String path) {
        Set<Data> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String below = path + "[" + i + "]";
            Data item = array.items().get(i);
            if (schema.items != null) {
                check(item, schema.items, below);
            }
            boolean distinct = schema.set || !schema.mapKeys.isEmpty();
            if (distinct && !seen.add(identity(item, schema))) {
                causes.add(Cause.duplicate(below, identity(item, schema)));
            }
        }
    }

    private static Data identity(Data item, Schema schema) {
        if (schema.set || !(item instanceof DataObject object)) {
            return item;
        }
        DataObject.Builder keys = DataObject.builder();
        for (String key : schema.mapKeys) {
            Data value = object.member(key);
            if (value != null) {
                keys.put(key, value);
            }
        }
        return keys.build();
    }
}
