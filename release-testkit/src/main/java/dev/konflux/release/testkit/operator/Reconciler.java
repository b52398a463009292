package dev.konflux.release.testkit.operator;

import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;

/** Looks at one object and brings its surroundings in order. */
@FunctionalInterface
interface Reconciler {

    /**
     * Looks at the object; one that is gone needs nothing.
     *
     * @throws ApiException when it is to be looked at again later
     */
    void reconcile(ObjectKey key, Instant now);
}
