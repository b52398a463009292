package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Objects by their keys, found by namespace, label and field. */
final class StoredObjects implements ObjectReader {

    private final Map<ObjectKey, DataObject> objects = new HashMap<>();
    private final NavigableSet<ObjectKey> order = new TreeSet<>();
    private final SelectionIndex index = new SelectionIndex();
    private final CreationOrder releases = new CreationOrder();

    /** Hands over all objects, ordered by kind, namespace and name. */
    void forEach(Consumer<DataObject> taker) {
        order.forEach(key -> taker.accept(get(key)));
    }

    @Override
    public Optional<DataObject> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public List<DataObject> list(String kind, Selection selection) {
        return index.narrowest(kind, selection, () -> inRange(kind, Selection.everything()))
                .map(keys -> chosen(keys, selection))
                .orElseGet(() -> inRange(kind, selection));
    }

    private List<DataObject> chosen(Collection<ObjectKey> keys, Selection selection) {
        List<ObjectKey> chosen = new ArrayList<>();
        for (ObjectKey key : keys) {
            boolean isThere = selection.namespace().isEmpty()
                    || selection.namespace().get().equals(key.namespace());
            if (isThere && selection.takes(get(key))) {
                chosen.add(key);
            }
        }
        chosen.sort(Comparator.naturalOrder());
        List<DataObject> found = new ArrayList<>(chosen.size());
        chosen.forEach(key -> found.add(get(key)));
        return found;
    }

    private List<DataObject> inRange(String kind, Selection selection) {
        String first = selection.namespace().orElse("");
        List<DataObject> found = new ArrayList<>();
        for (ObjectKey key : order.tailSet(new ObjectKey(kind, first, ""))) {
            boolean inRange = key.kind().equals(kind)
                    && (selection.namespace().isEmpty() || key.namespace().equals(first));
            if (!inRange) {
                break;
            }
            DataObject object = get(key);
            if (selection.takes(object)) {
                found.add(object);
            }
        }
        return found;
    }

    @Override
    public Optional<DataObject> findNewestRelease(ObjectKey plan, Instant notAfter, Predicate<DataObject> wanted) {
        return releases.newest(plan, notAfter, release -> wanted.test(get(release)))
                .map(this::get);
    }

    void put(ObjectKey key, DataObject object) {
        Optional<DataObject> old = Optional.ofNullable(objects.put(key, object));
        if (old.isEmpty()) {
            order.add(key);
        }
        index.change(key, old, Optional.of(object));
        releases.change(key, old, Optional.of(object));
    }

    void remove(ObjectKey key) {
        Optional<DataObject> old = Optional.ofNullable(objects.remove(key));
        order.remove(key);
        index.change(key, old, Optional.empty());
        releases.change(key, old, Optional.empty());
    }
}
