package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/**
 * A change of the store.
 *
 * @param object the object after the change, or its last form when it was deleted
 * @param oldObject the object before the change; absent when it was added
 */
public record WatchEvent(Type type, DataObject object, Optional<DataObject> oldObject) {

    /** What happened. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }

    /** The kind of the object. */
    public String kind() {
        return object.findText("kind").orElse("");
    }
}
