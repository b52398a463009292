package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.testkit.store.ApiException;

/** One thing the integration service makes sure of when it looks at a Snapshot. */
@FunctionalInterface
interface SnapshotOperation {

    /**
     * Makes sure of it.
     *
     * @return whether the next operation is asked
     * @throws ApiException when the Snapshot is to be looked at again later
     */
    boolean ensure(SnapshotRound round);
}
