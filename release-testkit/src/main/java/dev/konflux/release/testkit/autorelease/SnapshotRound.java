package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.MergePatch;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One look at a Snapshot. The form the service has in hand may be ahead of the cluster's: a change whose request failed stays in hand, and
 * later requests of the same look take it for written. Not shared, not kept.
 */
final class SnapshotRound {

    private static final int TRIES = 5;
    private static final Duration OLD = Duration.ofHours(3);

    private final ObjectApi cluster;
    private final IntegrationView view;
    private final Instant now;
    private Snapshot snapshot;
    private Optional<PromotionGate> gate = Optional.empty();

    SnapshotRound(ObjectApi cluster, Snapshot snapshot, Instant now) {
        this.cluster = cluster;
        this.view = new IntegrationView(cluster);
        this.snapshot = snapshot;
        this.now = now;
    }

    ObjectApi cluster() {
        return cluster;
    }

    IntegrationView view() {
        return view;
    }

    Instant now() {
        return now;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Optional<PromotionGate> findGate() {
        return gate;
    }

    void note(PromotionGate asked) {
        gate = Optional.of(asked);
    }

    /** Whether what failed for this Snapshot is worth being repeated. */
    boolean isYoung() {
        Instant created = snapshot.creationTimestamp().orElse(now);
        return Duration.between(created, now).compareTo(OLD) < 0;
    }

    void setCondition(String type, String status, String reason, String message) {
        writeStatus(SnapshotConditions.with(snapshot, type, status, reason, message, now));
    }

    void annotate(String key, String value) {
        writeMetadata(Snapshot.of(snapshot.document().withPath(Data.of(value), "metadata", "annotations", key)));
    }

    void writeStatus(Snapshot changed) {
        ObjectKey key = ObjectKey.of(changed.document());
        DataObject patch = takeInHand(changed);
        snapshot = Snapshot.of(cluster.patchStatus(key, patch));
    }

    void writeMetadata(Snapshot changed) {
        ObjectKey key = ObjectKey.of(changed.document());
        DataObject patch = takeInHand(changed);
        snapshot = Snapshot.of(cluster.patch(key, patch));
    }

    private DataObject takeInHand(Snapshot changed) {
        DataObject patch = MergePatch.between(snapshot.document(), changed.document());
        snapshot = changed;
        return patch;
    }

    /** Asks up to five times, whatever goes wrong. */
    static <T> T insistently(Supplier<T> request) {
        return persistently(request, error -> true);
    }

    /** Asks again, up to five times, while the object was changed meanwhile. */
    static <T> T despiteConflicts(Supplier<T> request) {
        return persistently(request, error -> error.is("Conflict", 409));
    }

    private static <T> T persistently(Supplier<T> request, Predicate<ApiError> isWorthAnotherTry) {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return request.get();
            } catch (ApiException failed) {
                if (!isWorthAnotherTry.test(failed.error())) {
                    throw failed;
                }
            }
        }
        return request.get();
    }
}
