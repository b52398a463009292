package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Optional;

/**
 * Reduces a Snapshot to the one component whose build made it, as the resource's labels tell.
 *
 * @param snapshot the Snapshot's spec to go on with
 * @param warning why it was not reduced although that was asked for
 */
public record SnapshotReduction(DataObject snapshot, Optional<String> warning) {

    private static final String TYPE_LABEL = "test.appstudio.openshift.io/type";
    private static final String COMPONENT_LABEL = "appstudio.openshift.io/component";

    /**
     * Reduces the Snapshot when the mode is exactly {@code true}; with any other mode nothing is asked and nothing changes.
     *
     * @param snapshot the Snapshot's spec
     * @param mode what {@code ReleaseData.singleComponentMode()} says
     * @param resource the resource that carries the labels, as {@code type/name}
     * @param namespace the resource's namespace
     * @throws ReleaseDataException when the labels do not name a component, or the arguments are malformed
     */
    public static SnapshotReduction of(
            Data snapshot, String mode, String resource, String namespace, LabelLookup lookup) {
        DataObject spec = Snapshots.requireSpec(snapshot);
        if (!mode.equals("true")) {
            return new SnapshotReduction(spec, Optional.empty());
        }
        int slash = resource.indexOf('/');
        if (slash <= 0 || slash == resource.length() - 1) {
            throw new ReleaseDataException("the resource must be in 'type/name' format, got: '" + resource + "'");
        }
        if (namespace.isEmpty()) {
            throw new ReleaseDataException("the namespace of " + resource + " is empty");
        }
        return of(spec, lookup.labelsOf(resource.substring(0, slash), namespace, resource.substring(slash + 1)));
    }

    /**
     * Reduces the Snapshot to the component that the labels name. When there is not exactly one such component, all of them go on.
     *
     * @throws ReleaseDataException when the labels do not name a component
     */
    public static SnapshotReduction of(DataObject spec, DataObject labels) {
        String component = labels.findText(COMPONENT_LABEL).orElse("");
        if (component.isEmpty() || !labels.findText(TYPE_LABEL).orElse("").equals("component")) {
            throw new ReleaseDataException("Single component mode is enabled, but the snapshot is missing the required"
                    + " labels to use it. This is likely due to a manually created snapshot. The " + TYPE_LABEL
                    + " label must exist with value 'component'. The " + COMPONENT_LABEL
                    + " label must also exist saying which component to use.");
        }
        Optional<DataArray> components = spec.find("components").flatMap(Data::asArray);
        List<Data> built = components.map(DataArray::items).orElse(List.of()).stream()
                .filter(item -> item.findText("name").filter(component::equals).isPresent())
                .toList();
        if (built.size() == 1) {
            return new SnapshotReduction(spec.with("components", DataArray.of(built)), Optional.empty());
        }
        return new SnapshotReduction(
                spec,
                Optional.of("the Snapshot has %d components named %s, expected 1; all of its components are released"
                        .formatted(built.size(), component)));
    }
}
