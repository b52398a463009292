package dev.konflux.release.model.explain;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the integration service asks of a Snapshot before it looks at any plan. */
final class SnapshotGate {

    private static final List<String> BACKUP = List.of("velero.io/backup-name", "velero.io/restore-name");

    private SnapshotGate() {}

    static List<Circumstance> of(Snapshot snapshot, Resources resources) {
        List<Circumstance> gate = new ArrayList<>();
        gate.add(notRestored(snapshot));
        gate.add(OverrideSnapshot.of(snapshot, resources));
        gate.addAll(tests(snapshot));
        gate.add(pushEvent(snapshot));
        gate.add(label(snapshot));
        gate.add(
                snapshot.type().equals("group")
                        ? Circumstance.fails(
                                "it is not a group snapshot",
                                "the Snapshot is group snapshot",
                                "group snapshots test pull requests together and are never released; merge them")
                        : Circumstance.holds("it is not a group snapshot", ""));
        gate.add(handled(snapshot));
        gate.add(Supersession.of(snapshot, resources.all(Snapshot.class)));
        return gate;
    }

    private static Circumstance notRestored(Snapshot snapshot) {
        String condition = "it was not restored from a backup";
        return BACKUP.stream().anyMatch(key -> snapshot.findLabel(key).isPresent())
                ? Circumstance.fails(
                        condition,
                        "the service never touches a Snapshot with the label " + BACKUP.get(0) + " or " + BACKUP.get(1),
                        "create a Release by hand, or remove the label")
                : Circumstance.holds(condition, "");
    }

    private static List<Circumstance> tests(Snapshot snapshot) {
        String finished = "its tests have finished";
        String passed = "its required tests have passed";
        Optional<Condition> result = condition(snapshot, "AppStudioTestSucceeded", "HACBSStudioTestSucceeded");
        if (snapshot.conditions().isEmpty()) {
            return List.of(
                    Circumstance.unknown(finished, "the Snapshot has no status", "read the Snapshot from the cluster"));
        }
        if (result.isEmpty() || result.get().status().equals("Unknown")) {
            return List.of(
                    Circumstance.fails(finished, "the Snapshot has not yet finished testing", "wait for the tests"),
                    Circumstance.notReached(passed));
        }
        List<Circumstance> tests = new ArrayList<>();
        tests.add(Circumstance.holds(finished, ""));
        tests.add(
                result.get().isTrue()
                        ? Circumstance.holds(passed, result.get().message())
                        : Circumstance.fails(
                                passed,
                                "the Snapshot hasn't passed all required integration tests",
                                "repair and run the failed tests again, or label their scenario "
                                        + MetadataKeys.OPTIONAL + ": \"true\""));
        tests.add(valid(snapshot));
        return tests;
    }

    private static Circumstance valid(Snapshot snapshot) {
        String condition = "it is valid";
        return condition(snapshot, "AppStudioIntegrationStatus", "HACBSIntegrationStatus")
                .filter(status -> status.reason().equals("Invalid"))
                .map(status -> Circumstance.fails(
                        condition,
                        "the Snapshot is invalid: " + status.message(),
                        "make a new Snapshot without the fault"))
                .orElseGet(() -> Circumstance.holds(condition, ""));
    }

    private static Optional<Condition> condition(Snapshot snapshot, String type, String formerType) {
        return snapshot.findCondition(type).or(() -> snapshot.findCondition(formerType));
    }

    private static Circumstance pushEvent(Snapshot snapshot) {
        String condition = "it was built from a push";
        return PushEvent.isPush(snapshot)
                ? Circumstance.holds(condition, "")
                : Circumstance.fails(
                        condition,
                        "the Snapshot was created for a PaC pull request event",
                        "merge the pull request; the build of the merge makes another Snapshot");
    }

    private static Circumstance label(Snapshot snapshot) {
        String condition = "its label does not forbid it";
        return snapshot.isAutoRelease()
                ? Circumstance.holds(condition, "")
                : Circumstance.fails(
                        condition,
                        "the Snapshot '" + MetadataKeys.AUTO_RELEASE + "' label is 'false'",
                        "create a Release by hand, or remove the label");
    }

    private static Circumstance handled(Snapshot snapshot) {
        String condition = "it was not looked at before";
        return snapshot.findCondition("AutoReleased")
                .filter(Condition::isTrue)
                .map(done -> done.message().equals("The Snapshot was auto-released")
                        ? Circumstance.holds("it was released before", done.message())
                        : Circumstance.fails(
                                condition,
                                done.message(),
                                "create a Release by hand; a Snapshot is looked at only once"))
                .orElseGet(() -> Circumstance.holds(condition, ""));
    }
}
