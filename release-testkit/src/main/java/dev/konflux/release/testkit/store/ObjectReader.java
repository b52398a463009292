package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** What can be looked up in a cluster. */
public interface ObjectReader {

    /** The object, if it is there. */
    Optional<DataObject> find(ObjectKey key);

    /** The objects of a kind that a selection takes, ordered by namespace and name. */
    List<DataObject> list(String kind, Selection selection);

    /** The object. */
    default DataObject get(ObjectKey key) {
        return find(key).orElseThrow(() -> new ApiException(ApiError.notFound(key)));
    }
}
