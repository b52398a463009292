package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.WatchEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which objects of a store name which others as their owners. */
final class Dependents {

    private static final String METADATA = "metadata";

    private final ObjectStore store;
    private final Map<String, Set<ObjectKey>> byOwner = new HashMap<>();

    /** Follows a store whose objects so far are given. */
    Dependents(ObjectStore store, Stream<DataObject> present) {
        this.store = store;
        present.forEach(this::add);
        store.watch(this::see);
    }

    private void see(WatchEvent event) {
        event.oldObject().ifPresent(this::remove);
        if (event.type() != WatchEvent.Type.DELETED) {
            add(event.object());
        }
    }

    private void add(DataObject object) {
        owners(object)
                .forEach(uid ->
                        byOwner.computeIfAbsent(uid, unused -> new TreeSet<>()).add(ObjectKey.of(object)));
    }

    private void remove(DataObject object) {
        owners(object)
                .forEach(uid -> byOwner.computeIfPresent(uid, (unused, keys) -> {
                    keys.remove(ObjectKey.of(object));
                    return keys.isEmpty() ? null : keys;
                }));
    }

    private static Stream<String> owners(DataObject object) {
        return references(object).flatMap(reference -> reference.findText("uid").stream());
    }

    static Stream<Data> references(DataObject object) {
        return object.items(METADATA, "ownerReferences").stream();
    }

    /** The objects that name this one as an owner. */
    List<DataObject> of(DataObject owner) {
        Set<ObjectKey> keys = byOwner.getOrDefault(uid(owner), Set.of());
        return keys.stream().flatMap(key -> store.find(key).stream()).toList();
    }

    /** Those of them for which their owner waits when it goes in the foreground. */
    List<DataObject> blocking(DataObject owner) {
        return of(owner).stream()
                .filter(dependent -> references(dependent)
                        .filter(reference -> isTo(reference, owner))
                        .anyMatch(reference -> reference
                                .find("blockOwnerDeletion")
                                .filter(Data.of(true)::equals)
                                .isPresent()))
                .toList();
    }

    /** The owners that are there. An owner lives in the namespace of what it owns, or in none. */
    Stream<DataObject> ownersOf(DataObject object) {
        return references(object)
                .flatMap(reference -> Stream.of(ObjectKey.of(object).namespace(), "")
                        .distinct()
                        .map(namespace -> find(reference, namespace))
                        .flatMap(Optional::stream)
                        .filter(owner -> isTo(reference, owner)));
    }

    private Optional<DataObject> find(Data reference, String namespace) {
        String kind = reference.findText("kind").orElse("");
        return store.find(
                new ObjectKey(kind, namespace, reference.findText("name").orElse("")));
    }

    static boolean isTo(Data reference, DataObject owner) {
        return reference.findText("uid").orElse("").equals(uid(owner));
    }

    private static String uid(DataObject object) {
        return object.findText(METADATA, "uid").orElse("");
    }
}
