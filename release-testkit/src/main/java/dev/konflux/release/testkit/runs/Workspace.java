package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;

/**
 * The one workspace of every run, in its two forms. They are the same for all runs and hence made once.
 *
 * @param claimed a volume of its own
 * @param emptyDir a directory of the pod
 */
record Workspace(DataObject claimed, DataObject emptyDir) {

    static Workspace of(String name, String size) {
        DataObject storage = DataObject.of("storage", Data.of(size));
        DataObject claim = DataObject.of(
                "accessModes", DataArray.of(Data.of("ReadWriteOnce")), "resources", DataObject.of("requests", storage));
        DataObject template = DataObject.builder()
                .put("metadata", DataObject.empty())
                .put("spec", claim)
                .put("status", DataObject.empty())
                .build();
        return new Workspace(
                DataObject.of("name", Data.of(name), "volumeClaimTemplate", template),
                DataObject.of("name", Data.of(name), "emptyDir", DataObject.of("sizeLimit", Data.of(size))));
    }
}
