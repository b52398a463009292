package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds objects by their labels, and by the fields by which the services look Releases up. */
final class SelectionIndex {

    private final Map<Entry, NavigableSet<ObjectKey>> keys = new HashMap<>();

    private record Entry(String kind, boolean isField, String name, String value) {}

    /** The objects that have one of the labels or fields, the one that fewest have; empty when none that is indexed is asked for. */
    Optional<Collection<ObjectKey>> narrowest(String kind, Selection selection) {
        return Stream.concat(
                        selection.labels().entrySet().stream()
                                .map(label -> new Entry(kind, false, label.getKey(), label.getValue())),
                        selection.fields().entrySet().stream()
                                .filter(field -> Fields.indexed(kind).contains(field.getKey()))
                                .map(field -> new Entry(kind, true, field.getKey(), field.getValue())))
                .map(this::find)
                .min(Comparator.comparingInt(Collection::size));
    }

    private Collection<ObjectKey> find(Entry entry) {
        return keys.getOrDefault(entry, new TreeSet<>());
    }

    void change(ObjectKey key, Optional<DataObject> before, Optional<DataObject> after) {
        changeLabels(key, before, after);
        for (String field : Fields.indexed(key.kind())) {
            Optional<Entry> old = before.flatMap(object -> field(key, field, object));
            Optional<Entry> now = after.flatMap(object -> field(key, field, object));
            if (!old.equals(now)) {
                old.ifPresent(entry -> remove(entry, key));
                now.ifPresent(entry -> add(entry, key));
            }
        }
    }

    private static Optional<Entry> field(ObjectKey key, String field, DataObject object) {
        return Fields.text(object, field).map(value -> new Entry(key.kind(), true, field, value));
    }

    private void changeLabels(ObjectKey key, Optional<DataObject> before, Optional<DataObject> after) {
        DataObject old = labels(before);
        DataObject now = labels(after);
        if (old.equals(now)) {
            return;
        }
        texts(old).forEach((label, value) -> remove(new Entry(key.kind(), false, label, value), key));
        texts(now).forEach((label, value) -> add(new Entry(key.kind(), false, label, value), key));
    }

    private static DataObject labels(Optional<DataObject> object) {
        return object.flatMap(there -> there.findObject("metadata", "labels")).orElse(DataObject.empty());
    }

    private static Map<String, String> texts(DataObject labels) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Data> label : labels.members().entrySet()) {
            label.getValue().asText().ifPresent(value -> texts.put(label.getKey(), value));
        }
        return texts;
    }

    private void add(Entry entry, ObjectKey key) {
        keys.computeIfAbsent(entry, unused -> new TreeSet<>()).add(key);
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
