package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Selection;
import dev.konflux.release.testkit.store.WatchEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The latest changes of a store, for watches that resume and for lists of earlier versions. */
final class History {

    private static final int LONGEST = 10_000;

    private final ObjectStore store;
    private final Deque<Change> changes = new ArrayDeque<>();
    private long oldest;

    /** A change and the version it made. */
    record Change(long version, WatchEvent event) {

        /** The object after the change. */
        DataObject object() {
            return versioned(event.object());
        }

        /** The object before the change, as watchers that lose it see it: with the version that took it away. */
        DataObject lastObject() {
            return versioned(event.oldObject().orElse(event.object()));
        }

        private DataObject versioned(DataObject object) {
            return object.withPath(Data.of(Long.toString(version)), "metadata", "resourceVersion");
        }
    }

    History(ObjectStore store) {
        this.store = store;
        this.oldest = store.version();
        store.watch(this::remember);
    }

    private void remember(WatchEvent event) {
        synchronized (store) {
            changes.addLast(new Change(store.version(), event));
            if (changes.size() > LONGEST) {
                oldest = changes.removeFirst().version();
            }
            store.notifyAll();
        }
    }

    long version() {
        return store.version();
    }

    boolean forgot(long version) {
        return version < oldest;
    }

    /** The changes of a kind after a version, in order. */
    List<Change> since(long version, String kind) {
        List<Change> found = new ArrayList<>();
        Iterator<Change> latest = changes.descendingIterator();
        while (latest.hasNext()) {
            Change change = latest.next();
            if (change.version() <= version) {
                break;
            }
            if (change.event().kind().equals(kind)) {
                found.add(change);
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** The objects of a kind as they were at a version, sorted by namespace and name. */
    Collection<DataObject> at(long version, String kind, Optional<String> namespace) {
        TreeMap<ObjectKey, DataObject> objects = new TreeMap<>();
        store.list(kind, new Selection(namespace, Map.of()))
                .forEach(object -> objects.put(ObjectKey.of(object), object));
        List<Change> later = since(version, kind);
        for (int i = later.size() - 1; i >= 0; i--) {
            WatchEvent event = later.get(i).event();
            ObjectKey key = ObjectKey.of(event.object());
            if (namespace.isPresent() && !namespace.get().equals(key.namespace())) {
                continue;
            }
            event.oldObject().ifPresentOrElse(old -> objects.put(key, old), () -> objects.remove(key));
        }
        return objects.values();
    }
}
