package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JqOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How collectors' results were merged before the task was rewritten in Python: every array is sorted in jq's order and freed of repeated
 * items even when it stands alone, a null overrides, and values whose types do not go together end the merge without a result. Of use to
 * tell why a release's data looks different since then.
 */
public final class EarlierCollectorMerge {

    private EarlierCollectorMerge() {}

    /**
     * The merged results; empty when the merge of that time gave nothing at all.
     *
     * @param collectors an object of the form of {@code status.collectors}
     */
    public static Optional<DataObject> merge(Data collectors) {
        try {
            List<Data> results = new ArrayList<>();
            for (String section : List.of("managed", "tenant")) {
                collectors.find(section).ifPresent(values -> addValues(values, results));
            }
            return Optional.of(fold(results));
        } catch (NoResult mismatch) {
            return Optional.empty();
        }
    }

    private static void addValues(Data section, List<Data> results) {
        boolean isMissing = section.isNull() || (section instanceof DataBoolean truth && !truth.truth());
        if (!isMissing) {
            membersOf(section).values().forEach(value -> addFlat(value, results));
        }
    }

    /** Arrays in the place of results are opened, however deep they are nested. */
    private static void addFlat(Data value, List<Data> results) {
        if (value instanceof DataArray array) {
            array.forEach(item -> addFlat(item, results));
        } else {
            results.add(value);
        }
    }

    private static DataObject fold(List<Data> values) {
        Map<String, Data> merged = new LinkedHashMap<>();
        for (Data value : values) {
            DataObject members =
                    value instanceof DataArray array && array.isEmpty() ? DataObject.empty() : requireObject(value);
            members.members()
                    .forEach((name, member) -> merged.merge(name, fresh(member), (old, same) -> joined(old, member)));
        }
        return DataObject.of(merged);
    }

    private static Data fresh(Data value) {
        return joined(Data.nothing(), value);
    }

    private static Data joined(Data base, Data override) {
        if (override instanceof DataObject) {
            return fold(List.of(base.isNull() ? DataObject.empty() : base, override));
        }
        if (override instanceof DataArray array) {
            List<Data> items = new ArrayList<>(
                    base.isNull() ? List.of() : requireArray(base).items());
            items.addAll(array.items());
            return DataArray.of(JqOrder.unique(items));
        }
        return override;
    }

    /** jq names the items of an array by their index. */
    private static Map<String, Data> membersOf(Data section) {
        if (section instanceof DataArray array) {
            Map<String, Data> byIndex = new LinkedHashMap<>();
            array.forEach(item -> byIndex.put(Integer.toString(byIndex.size()), item));
            return byIndex;
        }
        return requireObject(section).members();
    }

    private static DataObject requireObject(Data value) {
        return value.asObject().orElseThrow(NoResult::new);
    }

    private static DataArray requireArray(Data value) {
        return value.asArray().orElseThrow(NoResult::new);
    }

    /** Values met whose types do not go together. */
    private static final class NoResult extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoResult() {
            super("values of different types", null, false, false);
        }
    }
}
