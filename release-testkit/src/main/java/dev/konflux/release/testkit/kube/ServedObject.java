package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.admission.Inspector;
import dev.konflux.release.model.admission.Inspector.Reading;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** How stored objects look to clients, and the other way round. */
final class ServedObject {

    private static final Inspector READER = Inspector.create();
    private static final String METADATA = "metadata";
    private static final String MANAGED = "managedFields";
    private static final String GRACE = "deletionGracePeriodSeconds";

    private ServedObject() {}

    /** An object as one version of its kind shows it: with the fields that the version has. */
    static DataObject of(DataObject stored, ServedKind kind) {
        DataObject shown = ofSomeVersion(stored, kind);
        return kind.version().equals(kind.type().version())
                ? shown
                : READER.read(shown).map(Reading::object).orElse(shown);
    }

    private static DataObject ofSomeVersion(DataObject stored, ServedKind kind) {
        DataObject metadata = stored.findObject(METADATA).orElse(DataObject.empty());
        if (!kind.isCustom()) {
            metadata = metadata.without("generation");
        } else if (metadata.has("deletionTimestamp")) {
            metadata = metadata.with(GRACE, Data.of(0));
        }
        return stored.with("apiVersion", Data.of(kind.apiVersion())).with(METADATA, metadata);
    }

    /** What a client sent, as the store wants it: without what the server alone keeps. */
    static DataObject stored(DataObject sent, ServedKind kind) {
        DataObject metadata = sent.findObject(METADATA)
                .orElse(DataObject.empty())
                .without(MANAGED)
                .without("selfLink")
                .without(GRACE);
        return sent.with("apiVersion", Data.of(kind.type().apiVersion())).with(METADATA, metadata);
    }

    /** Only a list of nothing but an empty entry clears the book of owners; whatever else a client sends of it is not looked at. */
    static boolean clearsOwners(DataObject sent) {
        return sent.items(METADATA, MANAGED).equals(List.of(DataObject.empty()));
    }

    /** A list; custom kinds repeat their kind in every item, built-in ones do not. */
    static DataObject list(List<DataObject> objects, ServedKind kind, DataObject metadata) {
        return DataObject.builder()
                .put("apiVersion", kind.apiVersion())
                .put(
                        "items",
                        DataArray.of(objects.stream()
                                .map(object -> of(object, kind))
                                .map(object -> kind.isCustom()
                                        ? object
                                        : object.without("apiVersion").without("kind"))
                                .toList()))
                .put("kind", kind.type().kind() + "List")
                .put(METADATA, metadata)
                .build();
    }
}
