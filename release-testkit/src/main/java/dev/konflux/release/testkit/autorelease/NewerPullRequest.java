package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.Supersession;
import java.util.List;

/** Whether a pull request has been built again since a Snapshot of it was made. */
final class NewerPullRequest {

    private NewerPullRequest() {}

    static boolean exists(Snapshot snapshot, Resources cluster) {
        List<Snapshot> siblings = cluster.all(Snapshot.class).stream()
                .filter(other -> other.findLabel(MetadataKeys.PULL_REQUEST).isPresent()
                        && other.findLabel(MetadataKeys.PULL_REQUEST)
                                .equals(snapshot.findLabel(MetadataKeys.PULL_REQUEST)))
                .toList();
        return Supersession.findNewerOf(snapshot, siblings).isPresent();
    }
}
