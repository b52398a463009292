package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Selection;
import dev.konflux.release.testkit.store.WatchEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plays the controllers that follow deletions: dependents go with their owners, and namespaces with all that is in them. */
final class GarbageCollector {

    private static final String METADATA = "metadata";
    private static final String NAMESPACE = "Namespace";
    private static final String OWNERS = "ownerReferences";
    private static final String FINALIZERS = "finalizers";
    private static final Data FOREGROUND = Data.of("foregroundDeletion");
    private static final Data ORPHAN = Data.of("orphan");

    private final ObjectStore store;
    private final ObjectApi api;
    private final List<KindDefinition> kinds;
    private final Dependents dependents;
    private final Deque<DataObject> going = new ArrayDeque<>();

    GarbageCollector(ObjectStore store, List<KindDefinition> kinds) {
        this.store = store;
        this.api = store.as("system:serviceaccount:kube-system:generic-garbage-collector");
        this.kinds = kinds;
        this.dependents = new Dependents(
                store, kinds.stream().flatMap(kind -> store.list(kind.type().kind(), Selection.everything()).stream()));
        store.watch(this::see);
    }

    private void see(WatchEvent event) {
        boolean isGoing = event.type() == WatchEvent.Type.DELETED
                || event.object().find(METADATA, "deletionTimestamp").isPresent();
        if (isGoing) {
            going.add(event.object());
        }
    }

    /** Follows the deletions since the last time, and what they lead to; false when there were none. */
    boolean run() {
        boolean hasWork = !going.isEmpty();
        for (DataObject object = going.poll(); object != null; object = going.poll()) {
            follow(object);
        }
        return hasWork;
    }

    private void follow(DataObject object) {
        ObjectKey key = ObjectKey.of(object);
        List<Data> finalizers =
                store.find(key).map(found -> found.items(METADATA, FINALIZERS)).orElse(List.of());
        boolean isGone = store.find(key)
                .filter(found -> found.find(METADATA, "uid").equals(object.find(METADATA, "uid")))
                .isEmpty();
        if (key.kind().equals(NAMESPACE)) {
            empty(key, isGone);
        } else if (finalizers.contains(ORPHAN)) {
            dependents.of(object).forEach(dependent -> letGo(dependent, object));
            finish(key, finalizers, ORPHAN);
        } else if (finalizers.contains(FOREGROUND)) {
            dependents.blocking(object).forEach(dependent -> takeInForeground(dependent, object));
            if (dependents.blocking(object).isEmpty()) {
                finish(key, finalizers, FOREGROUND);
            }
        } else if (isGone) {
            dependents.of(object).forEach(dependent -> take(dependent, object));
            dependents.ownersOf(object).filter(GarbageCollector::waits).forEach(going::add);
            terminating(key.namespace()).ifPresent(going::add);
        }
    }

    private static boolean waits(DataObject owner) {
        return owner.items(METADATA, FINALIZERS).contains(FOREGROUND);
    }

    /** An object goes with its last owner; until then it only forgets those that went. */
    private void take(DataObject dependent, DataObject owner) {
        if (hasOtherOwners(dependent, owner)) {
            letGo(dependent, owner);
        } else {
            api.delete(ObjectKey.of(dependent));
        }
    }

    private boolean hasOtherOwners(DataObject dependent, DataObject owner) {
        return dependents
                .ownersOf(dependent)
                .anyMatch(other -> !other.find(METADATA, "uid").equals(owner.find(METADATA, "uid"))
                        && other.find(METADATA, "deletionTimestamp").isEmpty());
    }

    /** What has dependents of its own waits for them, too, as long as its owner waits for it. */
    private void takeInForeground(DataObject dependent, DataObject owner) {
        boolean isMarked = dependent.find(METADATA, "deletionTimestamp").isPresent();
        if (isMarked
                || hasOtherOwners(dependent, owner)
                || dependents.of(dependent).isEmpty()) {
            take(dependent, owner);
        } else {
            List<Data> finalizers = new ArrayList<>(dependent.items(METADATA, FINALIZERS));
            finalizers.add(FOREGROUND);
            store.delete(ObjectKey.of(dependent), finalizers);
        }
    }

    private Optional<DataObject> terminating(String namespace) {
        return store.find(new ObjectKey(NAMESPACE, "", namespace))
                .filter(found -> found.find(METADATA, "deletionTimestamp").isPresent());
    }

    private void finish(ObjectKey key, List<Data> finalizers, Data done) {
        List<Data> left = finalizers.stream().filter(name -> !name.equals(done)).toList();
        store.delete(key, left);
    }

    private void letGo(DataObject dependent, DataObject owner) {
        List<Data> others = Dependents.references(dependent)
                .filter(reference -> !Dependents.isTo(reference, owner))
                .toList();
        DataObject metadata = dependent.findObject(METADATA).orElse(DataObject.empty());
        api.update(dependent.with(
                METADATA, others.isEmpty() ? metadata.without(OWNERS) : metadata.with(OWNERS, DataArray.of(others))));
    }

    private Stream<DataObject> contents(ObjectKey namespace) {
        return kinds.stream()
                .filter(KindDefinition::isNamespaced)
                .flatMap(kind -> store.list(kind.type().kind(), Selection.in(namespace.name())).stream());
    }

    private void empty(ObjectKey namespace, boolean isGone) {
        if (isGone) {
            return;
        }
        contents(namespace).map(ObjectKey::of).toList().forEach(api::delete);
        if (contents(namespace).findAny().isEmpty()) {
            api.update(store.get(namespace).with("spec", DataObject.empty()));
        }
    }
}
