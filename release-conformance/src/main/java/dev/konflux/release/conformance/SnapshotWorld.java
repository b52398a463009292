package dev.konflux.release.conformance;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.autorelease.AutoReleaseCel;
import dev.konflux.release.testkit.autorelease.PullRequests;
import dev.konflux.release.testkit.autorelease.SnapshotReconciler;
import dev.konflux.release.testkit.autorelease.SnapshotWatches;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.FaultyApi;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster with one Snapshot under the integration service's eyes. */
final class SnapshotWorld {

    private static final AutoReleaseCel CEL = AutoReleaseCel.create();
    private static final String STATUS = "test.appstudio.openshift.io/status";
    private static final List<String> SHOWN = List.of("Component", "ComponentGroup", "Snapshot", "ReleasePlan");
    private static final List<String> BOOKKEEPING = List.of("uid", "resourceVersion", "generation");

    private final ObjectStore store;
    private final ObjectKey key;
    private final Instant now;
    private final SnapshotReconciler reconciler;
    private final Map<ObjectKey, DataObject> before = new LinkedHashMap<>();
    private boolean woken;

    SnapshotWorld(DataObject input) {
        this.now = Instant.parse(input.findText("now").orElseThrow());
        this.key = ObjectKey.parse("Snapshot", input.findText("snapshot").orElseThrow());
        this.store = new ObjectStore(() -> now, NameSource.counting(), AdmissionChain.open());
        input.items("objects").forEach(item -> {
            DataObject object = store.restore(item.asObject().orElseThrow());
            before.put(ObjectKey.of(object), object);
        });
        FaultyApi cluster = new FaultyApi(store.as("integration-service"));
        input.items("faults").forEach(fault -> cluster.arm(RecordedFault.of(fault)));
        this.reconciler = SnapshotReconciler.of(cluster, CEL, PullRequests.allOpen());
        store.watch(event -> woken |= ObjectKey.of(event.object()).equals(key) && SnapshotWatches.isWoken(event));
    }

    SnapshotReconciler reconciler() {
        return reconciler;
    }

    ObjectStore store() {
        return store;
    }

    ObjectKey key() {
        return key;
    }

    Instant now() {
        return now;
    }

    Snapshot snapshot() {
        return Snapshot.of(store.get(key));
    }

    /** Whether the Snapshot has been changed in a way that wakes the service since this was asked last. */
    boolean takeWoken() {
        boolean was = woken;
        woken = false;
        return was;
    }

    List<Data> created(String kind) {
        return store.list(kind, Selection.everything()).stream()
                .filter(object -> !before.containsKey(ObjectKey.of(object)))
                .<Data>map(SnapshotWorld::asSent)
                .toList();
    }

    private static DataObject asSent(DataObject object) {
        DataObject.Builder metadata = withoutBookkeeping(object).toBuilder();
        return object.with(
                "metadata", metadata.remove("name").remove("creationTimestamp").build());
    }

    private static DataObject withoutBookkeeping(DataObject object) {
        DataObject.Builder metadata = object.findObject("metadata").orElseThrow().toBuilder();
        BOOKKEEPING.forEach(metadata::remove);
        return metadata.build();
    }

    /** Objects other than the Snapshot and its Releases and runs that were changed or created. */
    List<Data> changed() {
        List<Data> changed = new ArrayList<>();
        for (String kind : SHOWN) {
            for (DataObject object : store.list(kind, Selection.everything())) {
                ObjectKey other = ObjectKey.of(object);
                DataObject shown = object.with("metadata", withoutBookkeeping(object));
                boolean same = before.containsKey(other) && shown.equals(shown(before.get(other)));
                if (!other.equals(key) && !same) {
                    changed.add(shown);
                }
            }
        }
        return changed;
    }

    private static DataObject shown(DataObject object) {
        return object.with("metadata", withoutBookkeeping(object));
    }

    /** The conditions after, and what else was changed. */
    DataObject changes() {
        Snapshot earlier = Snapshot.of(Optional.ofNullable(before.get(key)).orElseThrow());
        Snapshot later = snapshot();
        DataObject.Builder changes = DataObject.builder();
        changes.put("conditions", DataArray.of(later.status().items("conditions")));
        DataObject annotations = changed(earlier.annotations(), later.annotations());
        if (annotations.has(STATUS)) {
            changes.put(
                    "tests",
                    JsonReader.create().read(later.findAnnotation(STATUS).orElse("[]"), STATUS));
        }
        putUnlessEmpty(changes, "annotations", annotations.without(STATUS));
        putUnlessEmpty(changes, "labels", changed(earlier.labels(), later.labels()));
        later.status().findObject("parentSnapshots").ifPresent(parents -> changes.put("parentSnapshots", parents));
        return changes.build();
    }

    private static void putUnlessEmpty(DataObject.Builder to, String name, DataObject value) {
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }

    private static DataObject changed(Map<String, String> before, Map<String, String> after) {
        DataObject.Builder changed = DataObject.builder();
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Optional<String> value = Optional.ofNullable(after.get(key));
            if (!value.equals(Optional.ofNullable(before.get(key)))) {
                changed.put(key, value.<Data>map(Data::of).orElse(Data.nothing()));
            }
        }
        return changed.build();
    }
}
