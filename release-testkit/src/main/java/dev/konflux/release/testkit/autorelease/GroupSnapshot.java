package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PushEvent;

/** Says of a pull request's Snapshot what became of the Snapshot of its group. */
final class GroupSnapshot {

    static final String STATUS = "test.appstudio.openshift.io/create-groupsnapshot-status";

    private GroupSnapshot() {}

    static boolean ensure(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        boolean concerned = snapshot.type().equals("component")
                && !PushEvent.isPush(snapshot)
                && snapshot.findAnnotation(STATUS).isEmpty()
                && !SnapshotConditions.isCanceled(snapshot);
        if (concerned && PullRequestGroup.find(snapshot).isEmpty()) {
            round.annotate(STATUS, "Failed to get PR group label/annotation from snapshot " + snapshot.reference());
        }
        return true;
    }
}
