package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds objects by their labels, and by the fields by which the services look Releases up. */
final class SelectionIndex {

    private final Map<Entry, Set<ObjectKey>> keys = new HashMap<>();

    private record Entry(String kind, boolean isField, String name, String value) {}

    /**
     * The objects that have one of the labels or fields, the one that fewest have, in no order; empty when none that is indexed is asked
     * for.
     */
    Optional<Collection<ObjectKey>> narrowest(String kind, Selection selection) {
        Collection<ObjectKey> fewest = null;
        for (Map.Entry<String, String> label : selection.labels().entrySet()) {
            fewest = fewer(fewest, new Entry(kind, false, label.getKey(), label.getValue()));
        }
        for (Map.Entry<String, String> field : selection.fields().entrySet()) {
            if (Fields.indexed(kind).contains(field.getKey())) {
                fewest = fewer(fewest, new Entry(kind, true, field.getKey(), field.getValue()));
            }
        }
        return Optional.ofNullable(fewest);
    }

    private Collection<ObjectKey> fewer(@Nullable Collection<ObjectKey> fewest, Entry entry) {
        Collection<ObjectKey> found = keys.getOrDefault(entry, Set.of());
        return fewest == null || found.size() < fewest.size() ? found : fewest;
    }

    void change(ObjectKey key, Optional<DataObject> before, Optional<DataObject> after) {
        changeLabels(key, before, after);
        if (spec(before).equals(spec(after))) {
            return;
        }
        for (String field : Fields.indexed(key.kind())) {
            Optional<Entry> old = before.flatMap(object -> field(key, field, object));
            Optional<Entry> now = after.flatMap(object -> field(key, field, object));
            if (!old.equals(now)) {
                old.ifPresent(entry -> remove(entry, key));
                now.ifPresent(entry -> add(entry, key));
            }
        }
    }

    private static Optional<Data> spec(Optional<DataObject> object) {
        return object.flatMap(there -> there.find("spec"));
    }

    private static Optional<Entry> field(ObjectKey key, String field, DataObject object) {
        return Fields.text(object, field).map(value -> new Entry(key.kind(), true, field, value));
    }

    private void changeLabels(ObjectKey key, Optional<DataObject> before, Optional<DataObject> after) {
        DataObject old = labels(before);
        DataObject now = labels(after);
        if (!old.equals(now)) {
            entries(key.kind(), old).forEach(entry -> remove(entry, key));
            entries(key.kind(), now).forEach(entry -> add(entry, key));
        }
    }

    private static DataObject labels(Optional<DataObject> object) {
        return object.flatMap(there -> there.findObject("metadata", "labels")).orElse(DataObject.empty());
    }

    private static List<Entry> entries(String kind, DataObject labels) {
        List<Entry> entries = new ArrayList<>(labels.size());
        labels.members().forEach((label, value) -> {
            if (value instanceof DataString text) {
                entries.add(new Entry(kind, false, label, text.text()));
            }
        });
        return entries;
    }

    private void add(Entry entry, ObjectKey key) {
        keys.computeIfAbsent(entry, unused -> new LinkedHashSet<>()).add(key);
    }

    private void remove(Entry entry, ObjectKey key) {
        Set<ObjectKey> carriers = keys.get(entry);
        if (carriers != null) {
            carriers.remove(key);
            if (carriers.isEmpty()) {
                keys.remove(entry);
            }
        }
    }
}
