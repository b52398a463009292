package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;

/** Cells of built-in kinds that are no plain value of the object. */
final class BuiltInCells {

    private BuiltInCells() {}

    static Data cell(DataObject object, String what) {
        return switch (what) {
            case "data" -> Data.of(size(object, "data") + size(object, "binaryData"));
            case "secrets" -> Data.of(object.items("secrets").size());
            case "created" ->
                Data.of(object.findText("metadata", "creationTimestamp").orElse(""));
            case "role" ->
                Data.of(object.findText("roleRef", "kind").orElse("") + "/"
                        + object.findText("roleRef", "name").orElse(""));
            default ->
                Data.of(object.findText("involvedObject", "kind").orElse("").toLowerCase(java.util.Locale.ROOT) + "/"
                        + object.findText("involvedObject", "name").orElse(""));
        };
    }

    private static long size(DataObject object, String member) {
        return object.findObject(member).orElse(DataObject.empty()).size();
    }
}
