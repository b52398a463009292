package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.CodePoints;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JqOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The two merges that mapping uses, both taken from jq; neither is the merge of release data. */
final class JqMerge {

    private JqMerge() {}

    /** jq's {@code *}: objects merge member by member, anything else, arrays and null included, is replaced. */
    static DataObject multiply(DataObject base, DataObject override) {
        DataObject.Builder merged = base.toBuilder();
        override.members().forEach((name, value) -> merged.put(name, product(base.member(name), value)));
        return merged.build();
    }

    private static Data product(@Nullable Data base, Data override) {
        return base instanceof DataObject weak && override instanceof DataObject strong
                ? multiply(weak, strong)
                : override;
    }

    /** Objects merge member by member, arrays are joined, sorted and freed of repeated items, a null does not override; names end up sorted. */
    static DataObject union(DataObject base, DataObject override) {
        TreeSet<String> names = new TreeSet<>(CodePoints.ORDER);
        names.addAll(base.names());
        names.addAll(override.names());
        DataObject.Builder merged = DataObject.builder();
        for (String name : names) {
            Data weak = base.find(name).orElse(Data.nothing());
            Data strong = override.find(name).orElse(Data.nothing());
            merged.put(name, union(weak, strong));
        }
        return merged.build();
    }

    private static Data union(Data base, Data override) {
        if (base instanceof DataObject weak && override instanceof DataObject strong) {
            return union(weak, strong);
        }
        if (base instanceof DataArray weak && override instanceof DataArray strong) {
            List<Data> items = new ArrayList<>(weak.items());
            items.addAll(strong.items());
            return DataArray.of(JqOrder.unique(items));
        }
        return override.isNull() ? base : override;
    }
}
