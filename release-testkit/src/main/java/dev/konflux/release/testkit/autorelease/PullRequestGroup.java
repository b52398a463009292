package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PushEvent;
import java.util.Optional;

/** The pull requests of several components that are tested together. Snapshots of such groups are not made here. */
final class PullRequestGroup {

    static final String STATUS = "test.appstudio.openshift.io/create-groupsnapshot-status";
    static final String HASH = "test.appstudio.openshift.io/pr-group-sha";
    private static final String NAME = "test.appstudio.openshift.io/pr-group";

    private PullRequestGroup() {}

    /** Notes on the Snapshot of a pull request that it belongs to no group. */
    static boolean ensure(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        boolean concerned = snapshot.type().equals("component")
                && !PushEvent.isPush(snapshot)
                && !PushEvent.isMergeQueue(snapshot)
                && snapshot.findAnnotation(STATUS).isEmpty()
                && !SnapshotConditions.isCanceled(snapshot);
        boolean named = isSaid(snapshot.findLabel(HASH)) && isSaid(snapshot.findAnnotation(NAME));
        if (concerned && !named) {
            round.annotate(
                    STATUS,
                    "Failed to get PR group label/annotation from snapshot " + snapshot.namespace() + "/"
                            + snapshot.name());
        }
        return true;
    }

    private static boolean isSaid(Optional<String> text) {
        return text.filter(value -> !value.isEmpty()).isPresent();
    }
}
