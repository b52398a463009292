package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;

/** Objects of which only the metadata is shown. */
final class PartialMetadata {

    private static final String METADATA = "metadata";

    private PartialMetadata() {}

    static DataObject of(DataObject object, String version) {
        return DataObject.builder()
                .put("kind", "PartialObjectMetadata")
                .put("apiVersion", "meta.k8s.io/" + version)
                .put(METADATA, object.findObject(METADATA).orElse(DataObject.empty()))
                .build();
    }

    static DataObject ofList(DataObject list, String version) {
        DataObject metadata = list.findObject(METADATA).orElse(DataObject.empty());
        boolean isWhole = metadata.findText("continue").orElse("").isEmpty();
        return DataObject.builder()
                .put("kind", "PartialObjectMetadataList")
                .put("apiVersion", "meta.k8s.io/" + version)
                .put(METADATA, isWhole ? metadata.without("continue") : metadata)
                .put(
                        "items",
                        DataArray.of(list.items("items").stream()
                                .map(item -> of(item.asObject().orElse(DataObject.empty()), version))
                                .toList()))
                .build();
    }

    /** The object with its type, which items of lists of built-in kinds do not say. */
    static DataObject typed(DataObject object, ServedKind kind) {
        return object.with("apiVersion", Data.of(kind.apiVersion()))
                .with("kind", Data.of(kind.type().kind()));
    }
}
