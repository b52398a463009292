package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.model.data.Position;
import dev.konflux.release.model.data.PythonEquality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How two layers of release data become one. Objects merge member by member; arrays are joined, freed of repeated items and sorted by the
 * JSON text of their items; of anything else the later value counts, unless it is null. What only one layer has is left untouched: a lone
 * array keeps its order and its repetitions, a lone null stays.
 */
public final class DataMerge {

    private static final JsonText SORT_TEXT = JsonText.python().sortedNames();

    private DataMerge() {}

    /** The base with the override laid over it. */
    public static Data merge(Data base, Data override) {
        if (base instanceof DataObject weak && override instanceof DataObject strong) {
            return objects(weak, strong);
        }
        if (base instanceof DataArray weak && override instanceof DataArray strong) {
            return arrays(weak, strong);
        }
        return override.isNull() ? base : override;
    }

    private static DataObject objects(DataObject base, DataObject override) {
        DataObject.Builder merged = base.toBuilder().putAll(override).at(placeOf(base, override));
        base.members().forEach((name, value) -> {
            Data stronger = override.member(name);
            merged.put(name, stronger == null ? value : merge(value, stronger));
        });
        return merged.build();
    }

    private static DataArray arrays(DataArray base, DataArray override) {
        Set<Object> met = new HashSet<>();
        List<Keyed> items = new ArrayList<>();
        for (DataArray array : List.of(base, override)) {
            for (Data item : array) {
                if (met.add(PythonEquality.key(item))) {
                    items.add(new Keyed(SORT_TEXT.write(item), item));
                }
            }
        }
        items.sort(Comparator.comparing(Keyed::text));
        return DataArray.of(items.stream().map(Keyed::item).toList()).at(placeOf(base, override));
    }

    /** People look for a value in the document that has the last word, if that was read from a text. */
    private static Position placeOf(Data base, Data override) {
        return override.position().isKnown() ? override.position() : base.position();
    }

    private record Keyed(String text, Data item) {}
}
