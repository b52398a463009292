package dev.konflux.release.collectors.builtin;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;

/** What Python takes for true. */
final class Truth {

    private Truth() {}

    static boolean of(Data value) {
        if (value instanceof DataString text) {
            return !text.text().isEmpty();
        }
        if (value instanceof DataNumber number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof DataArray array) {
            return !array.isEmpty();
        }
        if (value instanceof DataObject object) {
            return !object.isEmpty();
        }
        return value instanceof DataBoolean truth && truth.truth();
    }
}
