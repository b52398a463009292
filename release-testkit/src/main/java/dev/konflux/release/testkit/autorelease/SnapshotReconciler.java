package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at Snapshots as the integration service does, without the reports to the git provider. */
public final class SnapshotReconciler {

    private final ObjectApi cluster;
    private final List<SnapshotOperation> operations;

    private SnapshotReconciler(ObjectApi cluster, AutoReleaseCel cel, PullRequests pullRequests) {
        this.cluster = cluster;
        this.operations = List.of(
                SnapshotOwner::ensure,
                new GroupSnapshot(pullRequests),
                OverrideValidity::ensure,
                new AutoRelease(cel),
                CandidateList::ensure,
                TestRerun::ensure,
                TestStart::ensure,
                new ParentSnapshots(new SnapshotNames()));
    }

    /** A reconciler of the cluster's Snapshots. */
    public static SnapshotReconciler of(ObjectApi cluster, AutoReleaseCel cel, PullRequests pullRequests) {
        return new SnapshotReconciler(cluster, cel, pullRequests);
    }

    /**
     * What one look came to; what it left behind is in the cluster.
     *
     * @param findGate what was asked of the Snapshot, when the look came to that
     * @param findError why the look is to be repeated
     */
    public record Look(Optional<PromotionGate> findGate, Optional<String> findError) {}

    /** Everything the service does for a Snapshot that is new, or whose tests or labels have changed. */
    public Look reconcile(ObjectKey snapshot, Instant now) {
        return look(snapshot, now, operations);
    }

    /** The part of it that repeats and starts tests. */
    public Look startTests(ObjectKey snapshot, Instant now) {
        return look(snapshot, now, List.of(TestRerun::ensure, TestStart::ensure));
    }

    /** Judges a Snapshot whose test results have changed. */
    public Look judge(ObjectKey snapshot, Instant now) {
        return look(snapshot, now, List.of(TestVerdict::ensure));
    }

    private Look look(ObjectKey key, Instant now, List<SnapshotOperation> wanted) {
        Optional<SnapshotRound> round;
        try {
            round = new IntegrationView(cluster)
                    .find(key)
                    .map(Snapshot::of)
                    .filter(snapshot -> !snapshot.isRestored())
                    .map(snapshot -> new SnapshotRound(cluster, snapshot, now));
        } catch (ApiException failed) {
            return new Look(Optional.empty(), Optional.of(failed.error().message()));
        }
        Optional<String> error = round.flatMap(begun -> findError(begun, wanted));
        return new Look(round.flatMap(SnapshotRound::findGate), error);
    }

    private static Optional<String> findError(SnapshotRound round, List<SnapshotOperation> wanted) {
        try {
            for (SnapshotOperation operation : wanted) {
                if (!operation.ensure(round)) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (ApiException failed) {
            return Optional.of(failed.error().message());
        }
    }
}
