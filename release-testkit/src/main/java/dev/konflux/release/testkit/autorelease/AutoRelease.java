package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PlanSelection;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.model.explain.Supersession;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.List;
import java.util.Map;

/** Releases a Snapshot that may be promoted by the plans that want that. */
final class AutoRelease implements SnapshotOperation {

    private static final String SUPERSEDED = "Released in newer Snapshot";
    private static final String RELEASED = "The Snapshot was auto-released";

    private final AutoReleaseCel cel;

    AutoRelease(AutoReleaseCel cel) {
        this.cel = cel;
    }

    @Override
    public boolean ensure(SnapshotRound round) {
        PromotionGate gate = PromotionGate.of(round.snapshot());
        round.note(gate);
        boolean handled = round.snapshot()
                .findCondition(SnapshotConditions.AUTO_RELEASED)
                .filter(Condition::isTrue)
                .isPresent();
        if (handled || !gate.canBePromoted()) {
            return true;
        }
        PlanSelection selection;
        try {
            selection = PlanSelection.of(
                    round.snapshot(), round.view().plans(round.snapshot().namespace()), cel.at(round.now()));
        } catch (ApiException failed) {
            return failed(
                    round, "Failed to get all ReleasePlans", failed.error().message());
        }
        if (selection instanceof PlanSelection.Failed failed) {
            return failed(round, "Failed to get all ReleasePlans", failed.message());
        }
        return release(round, ((PlanSelection.Selected) selection).plans());
    }

    private static boolean release(SnapshotRound round, List<ReleasePlan> plans) {
        if (plans.isEmpty()) {
            return handled(round, nothingSelected(round.snapshot()));
        }
        if (isSuperseded(round)) {
            return handled(round, SUPERSEDED);
        }
        try {
            createMissing(round, plans);
        } catch (ApiException failed) {
            return failed(round, "Failed to create new release", failed.error().message());
        }
        return handled(round, RELEASED);
    }

    private static void createMissing(SnapshotRound round, List<ReleasePlan> plans) {
        List<Release> existing = round.view().releases(round.snapshot());
        plans.stream()
                .filter(plan -> existing.stream()
                        .noneMatch(release -> release.releasePlan().equals(plan.name())))
                .forEach(plan -> create(round, plan));
    }

    // What the second request fails to say is never said: the next look finds the Release and leaves it alone.
    private static void create(SnapshotRound round, ReleasePlan plan) {
        DataObject wanted = AutomatedRelease.of(round.snapshot(), plan);
        ObjectKey created =
                ObjectKey.of(SnapshotRound.insistently(() -> round.cluster().create(wanted)));
        DataObject automated = DataObject.of("status", DataObject.of("automated", Data.of(true)));
        SnapshotRound.insistently(() -> round.cluster().patchStatus(created, automated));
    }

    private static boolean isSuperseded(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        String component = snapshot.findLabel(MetadataKeys.COMPONENT).orElse("");
        try {
            return Supersession.findNewer(
                            snapshot,
                            round.view().snapshots(snapshot.namespace(), Map.of(MetadataKeys.COMPONENT, component)))
                    .isPresent();
        } catch (ApiException failed) {
            return false; // the service only logs it
        }
    }

    private static String nothingSelected(Snapshot snapshot) {
        return snapshot.shouldRelease()
                ? "Skipping auto-release of the Snapshot because no ReleasePlans have the 'auto-release' label set to 'true'"
                : "Skipping auto-release because the build pipeline's SHOULD_RELEASE result is 'false'";
    }

    private static boolean handled(SnapshotRound round, String message) {
        round.setCondition(SnapshotConditions.AUTO_RELEASED, "True", "AutoReleased", message);
        return true;
    }

    private static boolean failed(SnapshotRound round, String what, String cause) {
        String error = cause;
        try {
            round.setCondition(SnapshotConditions.INTEGRATION, "False", "ErrorOccured", what + ": " + error);
        } catch (ApiException unsaid) {
            error = error + "\n" + unsaid.error().message();
        }
        if (round.isYoung()) {
            throw new ApiException(ApiError.of(0, "", error));
        }
        return true;
    }
}
