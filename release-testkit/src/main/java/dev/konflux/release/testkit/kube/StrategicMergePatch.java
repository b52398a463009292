package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merge patches of built-in kinds, which know of some lists how to merge them. */
final class StrategicMergePatch {

    private static final Map<String, String> KEYS =
            Map.of("ownerReferences", "uid", "secrets", "name", "imagePullSecrets", "name", "conditions", "type");
    private static final Set<String> SETS = Set.of("finalizers");
    private static final String DIRECTIVE = "$patch";
    private static final String FROM_SET = "$deleteFromPrimitiveList/";

    private StrategicMergePatch() {}

    static DataObject apply(DataObject target, DataObject patch) {
        if (patch.findText(DIRECTIVE).orElse("").equals("replace")) {
            return patch.without(DIRECTIVE);
        }
        DataObject.Builder merged = target.toBuilder();
        patch.members().forEach((name, value) -> {
            DataObject known = merged.build();
            if (name.startsWith(FROM_SET)) {
                String list = name.substring(FROM_SET.length());
                merged.put(list, without(known.items(list), value.items()));
            } else if (!name.startsWith("$")) {
                member(name, value, known, merged);
            }
        });
        return merged.build();
    }

    private static void member(String name, Data value, DataObject known, DataObject.Builder merged) {
        boolean isDeleted =
                value.isNull() || value.findText(DIRECTIVE).orElse("").equals("delete");
        if (isDeleted) {
            merged.remove(name);
        } else if (value instanceof DataObject changes) {
            merged.put(name, apply(known.findObject(name).orElse(DataObject.empty()), changes));
        } else if (value instanceof DataArray array && SETS.contains(name)) {
            merged.put(name, union(known.items(name), array.items()));
        } else if (value instanceof DataArray array && KEYS.containsKey(name)) {
            merged.put(name, keyed(known.items(name), array.items(), KEYS.get(name)));
        } else {
            merged.put(name, value);
        }
    }

    private static DataArray without(List<Data> items, List<Data> gone) {
        return DataArray.of(items.stream().filter(item -> !gone.contains(item)).toList());
    }

    private static DataArray union(List<Data> items, List<Data> further) {
        List<Data> all = new ArrayList<>(items);
        further.stream().filter(item -> !items.contains(item)).forEach(all::add);
        return DataArray.of(all);
    }

    private static DataArray keyed(List<Data> items, List<Data> changes, String key) {
        Map<String, Data> merged = new LinkedHashMap<>();
        items.forEach(item -> merged.put(item.findText(key).orElse(""), item));
        for (Data change : changes) {
            String name = change.findText(key).orElse("");
            DataObject wanted = change.asObject().orElse(DataObject.empty());
            if (wanted.findText(DIRECTIVE).orElse("").equals("delete")) {
                merged.remove(name);
            } else {
                DataObject known =
                        merged.getOrDefault(name, DataObject.empty()).asObject().orElse(DataObject.empty());
                merged.put(name, apply(known, wanted));
            }
        }
        return DataArray.of(merged.values());
    }
}
