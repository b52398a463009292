package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects by their labels, and by the fields by which the services look Releases up. Only what somebody asked for once is kept in
 * order from then on, since most labels are never asked for.
 */
final class SelectionIndex {

    private final Map<String, Map<Attribute, Map<String, Set<ObjectKey>>>> byKind = new HashMap<>();

    /** What objects are found by. */
    private sealed interface Attribute permits Label, Field {

        Optional<String> of(DataObject object);
    }

    private record Label(String name) implements Attribute {

        @Override
        public Optional<String> of(DataObject object) {
            return object.findText("metadata", "labels", name);
        }
    }

    private record Field(String path) implements Attribute {

        @Override
        public Optional<String> of(DataObject object) {
            return Fields.text(object, path);
        }
    }

    /**
     * The objects that have one of the labels or fields, the one that fewest have, in no order; empty when none that is indexed is asked
     * for.
     *
     * @param all the objects of the kind, looked at when something is asked for the first time
     */
    Optional<Collection<ObjectKey>> narrowest(String kind, Selection selection, Supplier<List<DataObject>> all) {
        Collection<ObjectKey> fewest = null;
        for (Map.Entry<String, String> label : selection.labels().entrySet()) {
            fewest = fewer(fewest, found(kind, new Label(label.getKey()), label.getValue(), all));
        }
        for (Map.Entry<String, String> field : selection.fields().entrySet()) {
            if (Fields.indexed(kind).contains(field.getKey())) {
                fewest = fewer(fewest, found(kind, new Field(field.getKey()), field.getValue(), all));
            }
        }
        return Optional.ofNullable(fewest);
    }

    private static Collection<ObjectKey> fewer(@Nullable Collection<ObjectKey> fewest, Collection<ObjectKey> found) {
        return fewest == null || found.size() < fewest.size() ? found : fewest;
    }

    private Collection<ObjectKey> found(
            String kind, Attribute attribute, String value, Supplier<List<DataObject>> all) {
        Map<Attribute, Map<String, Set<ObjectKey>>> known = byKind.computeIfAbsent(kind, unused -> new HashMap<>());
        Map<String, Set<ObjectKey>> keys = known.get(attribute);
        if (keys == null) {
            keys = new HashMap<>();
            known.put(attribute, keys);
            for (DataObject object : all.get()) {
                change(keys, ObjectKey.of(object), Optional.empty(), attribute.of(object));
            }
        }
        return keys.getOrDefault(value, Set.of());
    }

    void change(ObjectKey key, Optional<DataObject> before, Optional<DataObject> after) {
        byKind.getOrDefault(key.kind(), Map.of())
                .forEach((attribute, keys) ->
                        change(keys, key, before.flatMap(attribute::of), after.flatMap(attribute::of)));
    }

    private static void change(
            Map<String, Set<ObjectKey>> keys, ObjectKey key, Optional<String> before, Optional<String> after) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(value -> remove(keys, value, key));
        // a label with the name of its object is on that object alone
        after.ifPresent(
                value -> keys.computeIfAbsent(value, unused -> new HashSet<>(2)).add(key));
    }

    private static void remove(Map<String, Set<ObjectKey>> keys, String value, ObjectKey key) {
        Set<ObjectKey> carriers = keys.get(value);
        if (carriers != null) {
            carriers.remove(key);
            if (carriers.isEmpty()) {
                keys.remove(value);
            }
        }
    }
}
