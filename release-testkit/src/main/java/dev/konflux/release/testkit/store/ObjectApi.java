package dev.konflux.release.testkit.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;

/** The cluster as one user sees it. Every refusal is an {@link ApiException}. */
public interface ObjectApi extends ObjectReader {

    /** Creates an object and returns what was stored. */
    @CanIgnoreReturnValue
    DataObject create(DataObject object);

    /** Replaces everything but the status. A resource version in the object must be the current one. */
    @CanIgnoreReturnValue
    DataObject update(DataObject object);

    /** Replaces the status alone. A resource version in the object must be the current one. */
    @CanIgnoreReturnValue
    DataObject updateStatus(DataObject object);

    /** Applies a JSON merge patch to everything but the status. */
    @CanIgnoreReturnValue
    DataObject patch(ObjectKey key, DataObject patch);

    /** Applies a JSON merge patch to the status alone. */
    @CanIgnoreReturnValue
    DataObject patchStatus(ObjectKey key, DataObject patch);

    /** Deletes an object; one with finalizers is only marked. */
    void delete(ObjectKey key);
}
