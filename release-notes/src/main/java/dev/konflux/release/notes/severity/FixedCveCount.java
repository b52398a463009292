package dev.konflux.release.notes.severity;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the CVEs fixed in rows of content, the way the severity step does. */
final class FixedCveCount {

    private FixedCveCount() {}

    /** The number over images and artifacts; 0 as soon as a row is malformed, because the counting breaks off then. */
    static int of(Data content) {
        int count = 0;
        for (String list : List.of("images", "artifacts")) {
            for (Data row : content.items(list)) {
                int inRow = inRow(row);
                if (inRow < 0) {
                    return 0;
                }
                count += inRow;
            }
        }
        return count;
    }

    private static int inRow(Data row) {
        Data cves = member(row, "cves");
        Data fixed = cves == null ? null : member(cves, "fixed");
        return fixed == null ? -1 : size(fixed);
    }

    private static @Nullable Data member(Data owner, String name) {
        if (owner instanceof DataObject object) {
            Data member = object.member(name);
            return member == null ? Data.nothing() : member;
        }
        return owner.isNull() ? owner : null;
    }

    private static int size(Data fixed) {
        if (fixed instanceof DataObject object) {
            return object.size();
        }
        if (fixed instanceof DataArray array) {
            return array.size();
        }
        return fixed instanceof DataString string ? string.text().length() : 0;
    }
}
