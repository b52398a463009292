package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.model.explain.PushEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One round of the integration service over a Snapshot, without the reports to the git provider. */
public final class SnapshotReconciler {

    private static final String GROUP_SNAPSHOT_STATUS = "test.appstudio.openshift.io/create-groupsnapshot-status";
    private static final String PR_GROUP = "test.appstudio.openshift.io/pr-group";
    private static final String PR_GROUP_HASH = PR_GROUP + "-sha";
    private static final Duration OLD = Duration.ofHours(3);

    private final AutoRelease autoRelease;
    private final UnaryOperator<String> names;

    private SnapshotReconciler(AutoRelease autoRelease, UnaryOperator<String> names) {
        this.autoRelease = autoRelease;
        this.names = names;
    }

    /**
     * A reconciler that releases by the given decisions.
     *
     * @param names a name for each test run, from its prefix
     */
    public static SnapshotReconciler with(AutoRelease autoRelease, UnaryOperator<String> names) {
        return new SnapshotReconciler(autoRelease, names);
    }

    /**
     * What one round left behind.
     *
     * @param snapshot with its new conditions, labels and annotations
     * @param releases that were created
     * @param changed other objects, with the images that an override promotes
     * @param startedScenarios whose pipelines were started
     * @param findGate what was asked of the Snapshot, when the round came to that
     * @param findError why the round is to be repeated
     */
    public record Round(
            Snapshot snapshot,
            List<DataObject> releases,
            List<DataObject> changed,
            List<String> startedScenarios,
            Optional<PromotionGate> findGate,
            Optional<String> findError) {
        /** Copies the lists. */
        public Round {
            releases = List.copyOf(releases);
            changed = List.copyOf(changed);
            startedScenarios = List.copyOf(startedScenarios);
        }
    }

    /** Whether the service leaves the Snapshot alone because it came from a backup. */
    public static boolean isRestored(Snapshot snapshot) {
        return snapshot.isRestored();
    }

    /** Whether the service's own writes bring the Snapshot back to it: its tests have just finished. */
    public static boolean isTriggered(Snapshot before, Snapshot after) {
        return !before.isTested() && after.isTested();
    }

    /** One round. */
    public Round reconcile(Snapshot snapshot, Resources cluster, Instant now) {
        if (SnapshotOwner.isMissing(snapshot, cluster)) {
            return new Round(
                    orphaned(snapshot, now), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        }
        Snapshot checked = OverrideValidity.checked(grouped(snapshot), cluster, now);
        Optional<PromotionGate> gate = Optional.of(PromotionGate.of(checked));
        AutoRelease.Decision decision = autoRelease.decide(checked, cluster, now);
        List<DataObject> releases = new ArrayList<>();
        Snapshot released = apply(decision, checked, releases, now);
        if (decision instanceof AutoRelease.Decision.Fail failure && isYoung(snapshot, now)) {
            return new Round(released, releases, List.of(), List.of(), gate, Optional.of(failure.message()));
        }
        CandidateList candidates = CandidateList.of(released, cluster, now);
        if (candidates.findError().isPresent()) {
            return new Round(released, releases, List.of(), List.of(), gate, candidates.findError());
        }
        TestStart tests = TestStart.of(candidates.snapshot(), cluster, now, names);
        Snapshot tested = tests.findError().isEmpty() ? withParents(tests.snapshot(), now) : tests.snapshot();
        return new Round(tested, releases, candidates.changed(), tests.startedScenarios(), gate, tests.findError());
    }

    // A Snapshot that is invalid already keeps its message; the mark is not taken back when the owner appears.
    private static Snapshot orphaned(Snapshot snapshot, Instant now) {
        if (snapshot.isInvalid()) {
            return snapshot;
        }
        boolean ofGroup = !snapshot.componentGroup().isEmpty();
        String kind = ofGroup ? "component group" : "application";
        String name = ofGroup ? snapshot.componentGroup() : snapshot.application();
        return SnapshotConditions.with(
                snapshot,
                SnapshotConditions.INTEGRATION,
                "False",
                "Invalid",
                "The " + kind + " " + name + " owning this snapshot doesn't exist, try again after creating " + kind,
                now);
    }

    private static Snapshot grouped(Snapshot snapshot) {
        boolean named = snapshot.findLabel(PR_GROUP_HASH).isPresent()
                && snapshot.findAnnotation(PR_GROUP).isPresent();
        boolean concerned =
                snapshot.type().equals("component") && !PushEvent.isPush(snapshot) && !PushEvent.isMergeQueue(snapshot);
        if (named
                || !concerned
                || snapshot.findAnnotation(GROUP_SNAPSHOT_STATUS).isPresent()) {
            return snapshot;
        }
        String message =
                "Failed to get PR group label/annotation from snapshot " + snapshot.namespace() + "/" + snapshot.name();
        return Snapshot.of(
                snapshot.document().withPath(Data.of(message), "metadata", "annotations", GROUP_SNAPSHOT_STATUS));
    }

    private static Snapshot apply(
            AutoRelease.Decision decision, Snapshot snapshot, List<DataObject> releases, Instant now) {
        if (decision instanceof AutoRelease.Decision.Mark mark) {
            releases.addAll(mark.releases());
            return SnapshotConditions.with(
                    snapshot, SnapshotConditions.AUTO_RELEASED, "True", "AutoReleased", mark.message(), now);
        }
        if (decision instanceof AutoRelease.Decision.Fail failure) {
            return SnapshotConditions.with(
                    snapshot,
                    SnapshotConditions.INTEGRATION,
                    "False",
                    "ErrorOccured",
                    "Failed to get all ReleasePlans: " + failure.message(),
                    now);
        }
        return snapshot;
    }

    private static boolean isYoung(Snapshot snapshot, Instant now) {
        Instant created = snapshot.creationTimestamp().orElse(now);
        return Duration.between(created, now).compareTo(OLD) < 0;
    }

    // Upstream marks them created for pull requests too, and before the tests have ended.
    private static Snapshot withParents(Snapshot snapshot, Instant now) {
        return snapshot.componentGroup().isEmpty()
                ? snapshot
                : SnapshotConditions.with(
                        snapshot,
                        SnapshotConditions.PARENTS,
                        "True",
                        "SnapshotCreated",
                        "All parent snapshots have successfully been created",
                        now);
    }
}
