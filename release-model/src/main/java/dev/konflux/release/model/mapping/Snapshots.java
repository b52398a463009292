package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.releasedata.ReleaseDataException;

/** What every task demands of a Snapshot's spec. */
final class Snapshots {

    private Snapshots() {}

    static DataObject requireSpec(Data snapshot) {
        return snapshot.asObject()
                .orElseThrow(
                        () -> ReleaseDataException.unexpected(DataPath.ROOT, snapshot, "a Snapshot's spec, an object"));
    }
}
