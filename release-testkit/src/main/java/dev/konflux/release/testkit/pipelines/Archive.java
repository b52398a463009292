package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;

/**
 * The directory that one task hands to another.
 *
 * @param data the release data, {@code data.json}
 * @param snapshot the Snapshot's spec, {@code snapshot_spec.json}
 * @param results what the tasks want to stand in the Release's {@code status.artifacts}
 */
record Archive(DataObject data, DataObject snapshot, DataObject results) {

    static final Archive EMPTY = new Archive(DataObject.empty(), DataObject.empty(), DataObject.empty());

    Archive withData(DataObject changed) {
        return new Archive(changed, snapshot, results);
    }

    Archive withSnapshot(DataObject changed) {
        return new Archive(data, changed, results);
    }

    Archive withResult(String name, Data value) {
        return new Archive(data, snapshot, results.with(name, value));
    }
}
