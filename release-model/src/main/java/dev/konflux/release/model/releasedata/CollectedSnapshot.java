package dev.konflux.release.model.releasedata;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonEquality;

/**
 * A Snapshot as the release pipelines work on it.
 *
 * @param spec the spec, speaking of component groups only
 * @param buildId name of the build pipeline run; empty when the Snapshot does not say
 */
public record CollectedSnapshot(DataObject spec, String buildId) {

    private static final String BUILD_LABEL = "appstudio.openshift.io/build-pipelinerun";

    /**
     * Takes a Snapshot for a release.
     *
     * @throws ReleaseDataException when its spec or its labels are no objects
     */
    public static CollectedSnapshot of(Snapshot resource) {
        DataObject snapshot = resource.document();
        DataObject spec = objectAt(snapshot, "spec");
        DataObject labels = objectAt(objectAt(snapshot, "metadata"), "labels");
        return new CollectedSnapshot(
                withComponentGroup(spec), labels.findText(BUILD_LABEL).orElse(""));
    }

    /** The spec without {@code application}, whose value {@code componentGroup} takes when it has none of its own. */
    public static DataObject withComponentGroup(DataObject spec) {
        DataObject without = spec.without("application");
        boolean hasGroup =
                spec.find("componentGroup").filter(PythonEquality::isTrue).isPresent();
        Data application = spec.find("application").orElse(Data.nothing());
        return hasGroup ? without : without.with("componentGroup", application);
    }

    private static DataObject objectAt(DataObject object, String name) {
        Data value = object.find(name).orElse(DataObject.empty());
        return value.asObject()
                .orElseThrow(() -> ReleaseDataException.unexpected(DataPath.of(name), value, "an object"));
    }
}
