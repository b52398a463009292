package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds an object against the rules over several fields that its schema carries. */
final class RuleCheck {

    private final List<Cause> causes;

    RuleCheck(List<Cause> causes) {
        this.causes = causes;
    }

    /** Checks a value at a path; the old value is null on creation. */
    void check(Data value, @Nullable Data old, Schema schema, String path) {
        if (!schema.rulesBelow) {
            return;
        }
        for (Rule rule : schema.rules) {
            if (!rule.isKept(value, old)) {
                causes.add(Cause.withoutValue(Cause.Type.INVALID, path.isEmpty() ? "<nil>" : path, rule.message()));
            }
        }
        if (value instanceof DataObject object) {
            members(object, old, schema, path);
        } else if (value instanceof DataArray array && schema.items != null) {
            for (int i = 0; i < array.size(); i++) {
                check(array.items().get(i), null, schema.items, path + "[" + i + "]");
            }
        }
    }

    private void members(DataObject object, @Nullable Data old, Schema schema, String path) {
        for (Map.Entry<String, Data> member : object.members().entrySet()) {
            Schema known = schema.properties.get(member.getKey());
            if (known != null) {
                Data before = old instanceof DataObject was ? was.member(member.getKey()) : null;
                check(
                        member.getValue(),
                        before,
                        known,
                        path.isEmpty() ? member.getKey() : path + "." + member.getKey());
            }
        }
    }
}
