package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.GroupMember;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.MergePatch;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.Optional;

/**
 * Makes Snapshots of the component groups that hold the Snapshot's own. Upstream does so for pull requests, too, and before the tests have
 * ended; the new Snapshots have no labels and count as made by hand.
 */
final class ParentSnapshots implements SnapshotOperation {

    private final SnapshotNames names;

    ParentSnapshots(SnapshotNames names) {
        this.names = names;
    }

    /** The Snapshot with what came of its parents, and the failure that ended it. */
    private record Made(Snapshot noted, Optional<ApiException> failure) {}

    @Override
    public boolean ensure(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        boolean done = snapshot.findCondition(SnapshotConditions.PARENTS)
                .filter(Condition::isTrue)
                .isPresent();
        if (snapshot.componentGroup().isEmpty() || done) {
            return true;
        }
        Made made = make(round);
        write(made.noted(), round);
        if (made.failure().isPresent()) {
            throw made.failure().get();
        }
        return true;
    }

    private Made make(SnapshotRound round) {
        Snapshot noted = round.snapshot();
        try {
            for (ComponentGroup group : round.view().groups(noted.namespace())) {
                if (holds(group, noted) && !isCreated(group, noted)) {
                    Made made = make(group, noted, round);
                    if (made.failure().isPresent()) {
                        return made;
                    }
                    noted = made.noted();
                }
            }
        } catch (ApiException failed) {
            return new Made(noted, Optional.of(failed));
        }
        String message = "All parent snapshots have successfully been created";
        return new Made(
                SnapshotConditions.with(
                        noted, SnapshotConditions.PARENTS, "True", "SnapshotCreated", message, round.now()),
                Optional.empty());
    }

    private static boolean holds(ComponentGroup group, Snapshot snapshot) {
        return !group.name().equals(snapshot.componentGroup())
                && group.components().stream()
                        .filter(GroupMember::isGroup)
                        .anyMatch(member -> member.name().equals(snapshot.componentGroup()));
    }

    private static boolean isCreated(ComponentGroup group, Snapshot snapshot) {
        return snapshot.find("status", "parentSnapshots", group.name(), "created")
                .filter(Data.of(true)::equals)
                .isPresent();
    }

    private Made make(ComponentGroup group, Snapshot noted, SnapshotRound round) {
        DataObject unnamed;
        try {
            unnamed = ParentSnapshot.of(group, noted, round.view());
        } catch (ApiException failed) {
            return failed("Could not prepare new snapshot: ", failed, group, noted);
        }
        long moment = round.now().toEpochMilli();
        try {
            String name = ObjectKey.of(SnapshotRound.insistently(
                            () -> names.create(round.cluster(), unnamed, group.name(), moment)))
                    .name();
            return new Made(note(noted, group, true, name, "successfully created snapshot"), Optional.empty());
        } catch (ApiException failed) {
            return failed("Could not create snapshot in cluster: ", failed, group, noted);
        }
    }

    private static Made failed(String what, ApiException failure, ComponentGroup group, Snapshot noted) {
        String message = what + failure.error().message();
        return new Made(note(noted, group, false, "", message), Optional.of(failure));
    }

    private static Snapshot note(
            Snapshot snapshot, ComponentGroup group, boolean created, String name, String message) {
        DataObject.Builder note = DataObject.builder().put("created", created);
        if (!name.isEmpty()) {
            note.put("name", name);
        }
        DataObject said = note.put("err", message).build();
        return Snapshot.of(snapshot.document().withPath(said, "status", "parentSnapshots", group.name()));
    }

    // A failure is only logged, for another look would make the parents again.
    private static void write(Snapshot noted, SnapshotRound round) {
        DataObject changes = MergePatch.between(round.snapshot().document(), noted.document());
        try {
            SnapshotRound.despiteConflicts(() -> round.cluster().patchStatus(ObjectKey.of(noted.document()), changes));
        } catch (ApiException failed) {
            return;
        }
    }
}
