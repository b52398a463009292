package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;

/** Names Snapshots by the moment, and by two more characters after a collision. */
final class SnapshotNames {

    private static final int TRIES = 5;
    private static final int DIGITS = 36;

    private int suffixes;

    /** Creates the Snapshot under the first name that is free, and returns it as it was stored. */
    DataObject create(ObjectApi cluster, DataObject unnamed, String group, long unixMilli) {
        String suffix = "";
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return cluster.create(named(unnamed, SnapshotName.of(group, unixMilli, suffix)));
            } catch (ApiException failed) {
                if (!failed.error().is("AlreadyExists", 409)) {
                    throw failed;
                }
                suffix = nextSuffix();
            }
        }
        return cluster.create(named(unnamed, SnapshotName.of(group, unixMilli, suffix)));
    }

    private static DataObject named(DataObject snapshot, String name) {
        return snapshot.withPath(Data.of(name), "metadata", "name");
    }

    // Random upstream; counted here, so that the same story gives the same names.
    private String nextSuffix() {
        int number = suffixes++ % (DIGITS * DIGITS);
        return Integer.toString(number / DIGITS, DIGITS) + Integer.toString(number % DIGITS, DIGITS);
    }
}
