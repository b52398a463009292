package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;

/** Fields that a collector cannot do without, with an error that names what is missing where. */
final class Fields {

    private Fields() {}

    /** The member of that name, be it null. */
    static Data require(Data owner, String name, String where) {
        Data value = object(owner, where).member(name);
        if (value == null) {
            throw CollectorFailure.of("Error: missing '" + name + "' key in " + where);
        }
        return value;
    }

    /** The text of that name. */
    static String requireText(Data owner, String name, String where) {
        Data value = require(owner, name, where);
        return value.asText()
                .orElseThrow(() -> CollectorFailure.of("Error: '" + name + "' in " + where + " must be a string, found "
                        + value.kind().word()));
    }

    /** The value as an object. */
    static DataObject object(Data value, String where) {
        return value.asObject()
                .orElseThrow(() -> CollectorFailure.of("Error: " + where + " must be an object, found "
                        + value.kind().word()));
    }

    /** The value as an array. */
    static DataArray array(Data value, String where) {
        return value.asArray()
                .orElseThrow(() -> CollectorFailure.of("Error: " + where + " must be an array, found "
                        + value.kind().word()));
    }
}
