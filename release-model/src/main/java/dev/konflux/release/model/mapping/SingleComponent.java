package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.releasedata.ReleaseDataException;

/** The demand of some pipelines that a Snapshot has at most one component. */
public final class SingleComponent {

    private SingleComponent() {}

    /**
     * Insists on at most one component; none is fine.
     *
     * @param snapshot the Snapshot's spec
     * @throws ReleaseDataException when there are more, or the components are no array
     */
    public static void require(Data snapshot) {
        Data components = Snapshots.requireSpec(snapshot).find("components").orElse(DataArray.empty());
        int count = components
                .asArray()
                .orElseThrow(() -> ReleaseDataException.unexpected(
                        DataPath.of("components"), components, "snapshot.components to be a JSON array"))
                .size();
        if (count > 1) {
            throw new ReleaseDataException(
                    "found " + count + " components, only one component per application is supported.");
        }
    }
}
