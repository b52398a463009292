package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PushEvent;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * Makes a Snapshot of what the pull requests of a group build together, once the last of them has been built. It is tested, and never
 * released. What became of it is written into the pull requests' own Snapshots.
 */
final class GroupSnapshot implements SnapshotOperation {

    static final String STATUS = "test.appstudio.openshift.io/create-groupsnapshot-status";

    /** What a status says while another one is to follow. */
    static final String NOT_THE_LAST_WORD = "waiting for it to create a new group Snapshot for PR group";

    private final PullRequests pullRequests;

    GroupSnapshot(PullRequests pullRequests) {
        this.pullRequests = pullRequests;
    }

    @Override
    public boolean ensure(SnapshotRound round) {
        if (!isConcerned(round.snapshot())) {
            return true;
        }
        Optional<PullRequestGroup> group = PullRequestGroup.find(round.snapshot());
        if (group.isEmpty()) {
            say(
                    "Failed to get PR group label/annotation from snapshot "
                            + round.snapshot().reference(),
                    round);
            return true;
        }
        GroupBuilds.State builds = GroupBuilds.of(group.get(), round);
        if (!builds.areReady()) {
            builds.findReason().ifPresent(reason -> say(reason, round));
            return true;
        }
        return make(group.get(), round);
    }

    private static boolean isConcerned(Snapshot snapshot) {
        return snapshot.type().equals("component")
                && !PushEvent.isPush(snapshot)
                && snapshot.findAnnotation(STATUS)
                        .filter(said -> !said.contains(NOT_THE_LAST_WORD))
                        .isEmpty()
                && !SnapshotConditions.isCanceled(snapshot);
    }

    private static void say(String status, SnapshotRound round) {
        round.annotate(STATUS, status);
    }

    private boolean make(PullRequestGroup group, SnapshotRound round) {
        GroupContents.Parts parts;
        try {
            parts = new GroupContents(group, round, pullRequests).parts();
        } catch (ApiException failed) {
            if (!failed.error().isNotFound()) {
                throw failed;
            }
            say(
                    "failed to prepare group snapshot for pr group " + group.name() + " due to error "
                            + failed.error().message() + ", skipping group snapshot creation",
                    round);
            return true;
        }
        if (parts.built().size() < 2) {
            say(
                    "The number " + parts.built().size() + " of component snapshots belonging to this pr group hash "
                            + group.hash() + " is less than 2, skipping group snapshot creation",
                    round);
            return true;
        }
        return create(group, parts, round);
    }

    private static boolean create(PullRequestGroup group, GroupContents.Parts parts, SnapshotRound round) {
        ObjectKey created;
        try {
            created = ObjectKey.of(round.cluster().create(GroupDocument.of(group, parts, round)));
        } catch (ApiException failed) {
            if (!failed.error().is("Forbidden", 403)) {
                throw failed;
            }
            tell(
                    parts.built(),
                    "Failed to create group snapshot for pr group " + group.name() + " due to error "
                            + failed.error().message(),
                    round);
            return false;
        }
        tell(
                parts.built(),
                "Group snapshot " + created.reference() + " is created for pr group " + group.name(),
                round);
        return true;
    }

    private static void tell(List<GroupContents.Built> built, String status, SnapshotRound round) {
        for (GroupContents.Built part : built) {
            ObjectKey snapshot =
                    ObjectKey.of(round.view().get(ObjectKey.of(part.snapshot().document())));
            round.cluster()
                    .patch(
                            snapshot,
                            DataObject.of(
                                    "metadata", DataObject.of("annotations", DataObject.of(STATUS, Data.of(status)))));
        }
    }
}
