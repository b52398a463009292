package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Finds objects by their labels. */
final class LabelIndex {

    private final Map<Entry, NavigableSet<ObjectKey>> keys = new HashMap<>();

    private record Entry(String kind, String label, Data value) {}

    /** The objects of a kind that carry one of the labels, the one that fewest carry; empty when no label is asked for. */
    Optional<Collection<ObjectKey>> narrowest(String kind, Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> find(new Entry(kind, label.getKey(), Data.of(label.getValue()))))
                .min(Comparator.comparingInt(Collection::size));
    }

    private Collection<ObjectKey> find(Entry entry) {
        return keys.getOrDefault(entry, new TreeSet<>());
    }

    void change(ObjectKey key, Optional<DataObject> before, Optional<DataObject> after) {
        DataObject old = before.flatMap(object -> object.findObject("metadata", "labels"))
                .orElse(DataObject.empty());
        DataObject now =
                after.flatMap(object -> object.findObject("metadata", "labels")).orElse(DataObject.empty());
        if (old.equals(now)) {
            return;
        }
        old.members().forEach((label, value) -> remove(new Entry(key.kind(), label, value), key));
        now.members()
                .forEach((label, value) -> keys.computeIfAbsent(
                                new Entry(key.kind(), label, value), unused -> new TreeSet<>())
                        .add(key));
    }

    private void remove(Entry entry, ObjectKey key) {
        NavigableSet<ObjectKey> carriers = keys.get(entry);
        if (carriers != null) {
            carriers.remove(key);
            if (carriers.isEmpty()) {
                keys.remove(entry);
            }
        }
    }
}
