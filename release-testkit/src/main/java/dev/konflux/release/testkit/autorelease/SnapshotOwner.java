package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Application;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import java.util.Optional;

/** The application or component group of a Snapshot; the group wins when both are named. */
final class SnapshotOwner {

    private SnapshotOwner() {}

    static boolean isMissing(Snapshot snapshot, Resources cluster) {
        return snapshot.componentGroup().isEmpty()
                ? cluster.find(Application.class, snapshot.namespace(), snapshot.application())
                        .isEmpty()
                : findMissingGroup(snapshot, cluster).isPresent();
    }

    /** The API's error when the component group that is named does not exist. */
    static Optional<String> findMissingGroup(Snapshot snapshot, Resources cluster) {
        String group = snapshot.componentGroup();
        boolean there = group.isEmpty()
                || cluster.find(ComponentGroup.class, snapshot.namespace(), group)
                        .isPresent();
        return there
                ? Optional.empty()
                : Optional.of("ComponentGroup.appstudio.redhat.com \"" + group + "\" not found");
    }
}
