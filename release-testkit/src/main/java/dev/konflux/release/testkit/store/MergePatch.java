package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import org.jspecify.annotations.Nullable;

/** JSON merge patches: null removes a member, objects are merged, everything else is replaced. */
public final class MergePatch {

    private MergePatch() {}

    /** The target with the patch applied. */
    public static DataObject apply(DataObject target, DataObject patch) {
        DataObject.Builder merged = target.toBuilder();
        patch.members().forEach((name, value) -> {
            if (value.isNull()) {
                merged.remove(name);
            } else {
                merged.put(name, merge(target.member(name), value));
            }
        });
        return merged.build();
    }

    private static Data merge(@Nullable Data target, Data patch) {
        if (!(patch instanceof DataObject changes)) {
            return patch;
        }
        return apply(target instanceof DataObject object ? object : DataObject.empty(), changes);
    }

    /** The patch that makes one object of another. */
    public static DataObject between(DataObject before, DataObject after) {
        DataObject.Builder patch = DataObject.builder();
        before.members().keySet().stream()
                .filter(name -> !after.has(name))
                .forEach(name -> patch.put(name, Data.nothing()));
        after.members().forEach((name, value) -> {
            Data old = before.member(name);
            if (old instanceof DataObject from && value instanceof DataObject to) {
                DataObject changes = between(from, to);
                if (!changes.isEmpty()) {
                    patch.put(name, changes);
                }
            } else if (!value.equals(old)) {
                patch.put(name, value);
            }
        });
        return patch.build();
    }
}
