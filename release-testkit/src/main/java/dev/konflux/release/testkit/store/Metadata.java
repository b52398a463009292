package dev.konflux.release.testkit.store;

import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The metadata that the cluster itself writes. */
final class Metadata {

    private static final Data FIRST_GENERATION = Data.of(1);

    private static final Set<String> OWNED =
            ImmutableSet.of("uid", "creationTimestamp", "deletionTimestamp", "generation", "namespace", "name");
    private static final Set<String> DROPPED_WHEN_EMPTY = ImmutableSet.of("labels", "annotations", "finalizers");

    private Metadata() {}

    static DataObject of(DataObject object) {
        return object.findObject("metadata").orElse(DataObject.empty());
    }

    static String timestamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static boolean hasFinalizers(DataObject object) {
        return !object.items("metadata", "finalizers").isEmpty()
                || (isNamespace(object) && !object.items("spec", "finalizers").isEmpty());
    }

    /** Namespaces have finalizers of their own kind, and say how they are. */
    private static boolean isNamespace(DataObject object) {
        return object.findText("kind").orElse("").equals("Namespace");
    }

    static DataObject withFinalizers(DataObject object, List<Data> finalizers) {
        DataObject metadata = of(object);
        return object.with(
                "metadata",
                finalizers.isEmpty()
                        ? metadata.without("finalizers")
                        : metadata.with("finalizers", DataArray.of(finalizers)));
    }

    /** The object as it looks once it is to be deleted. */
    static DataObject marked(DataObject object, Instant now) {
        DataObject marked = object.withPath(Data.of(timestamp(now)), "metadata", "deletionTimestamp");
        return isNamespace(object) ? marked.withPath(Data.of("Terminating"), "status", "phase") : marked;
    }

    static boolean isMarkedForDeletion(DataObject object) {
        return object.find("metadata", "deletionTimestamp").isPresent();
    }

    static String resourceVersion(DataObject object) {
        return object.findText("metadata", "resourceVersion").orElse("");
    }

    /** The metadata of a new object: what the client may not choose is the cluster's. */
    static DataObject created(DataObject metadata, String name, String uid, Instant now) {
        DataObject.Builder created = withoutEmpty(metadata).toBuilder();
        created.remove("deletionTimestamp").remove("resourceVersion");
        return created.put("name", name)
                .put("uid", uid)
                .put("creationTimestamp", timestamp(now))
                .put("generation", FIRST_GENERATION)
                .build();
    }

    /** The metadata of a changed object: what the client may not change stays. */
    static DataObject changed(DataObject metadata, DataObject old) {
        DataObject.Builder changed = withoutEmpty(metadata).toBuilder();
        for (String name : OWNED) {
            Data kept = old.member(name);
            if (kept == null) {
                changed.remove(name);
            } else {
                changed.put(name, kept);
            }
        }
        return changed.build();
    }

    /** An empty map or list is not stored, as a real API server does not. */
    private static DataObject withoutEmpty(DataObject metadata) {
        DataObject kept = metadata;
        for (String name : DROPPED_WHEN_EMPTY) {
            Data value = metadata.member(name);
            if (value != null && isEmpty(value)) {
                kept = kept.without(name);
            }
        }
        return kept;
    }

    private static boolean isEmpty(Data value) {
        return value.isNull()
                || value.asObject().filter(DataObject::isEmpty).isPresent()
                || value.asArray().filter(array -> array.isEmpty()).isPresent();
    }
}
