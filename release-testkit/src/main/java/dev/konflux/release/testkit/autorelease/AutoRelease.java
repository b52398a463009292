package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PlanSelection;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.model.explain.Supersession;
import java.time.Instant;
import java.util.List;

/** Decides for which plans a Snapshot is released automatically. */
public final class AutoRelease {

    private final AutoReleaseCel cel;

    private AutoRelease(AutoReleaseCel cel) {
        this.cel = cel;
    }

    /** Decides with the given evaluator of the plans' expressions. */
    public static AutoRelease with(AutoReleaseCel cel) {
        return new AutoRelease(cel);
    }

    /** What is to be done. */
    public sealed interface Decision {

        /** Nothing: the gate is closed, or the Snapshot was handled before. */
        record Leave() implements Decision {}

        /** The plans could not be told; the Snapshot gets an error condition. */
        record Fail(String message) implements Decision {}

        /**
         * Create these Releases, then mark the Snapshot as handled.
         *
         * @param releases the missing Releases, perhaps none
         * @param message of the condition {@code AutoReleased}
         */
        record Mark(List<DataObject> releases, String message) implements Decision {
            /** Copies the list. */
            public Mark {
                releases = List.copyOf(releases);
            }
        }
    }

    /** The decision on a Snapshot among the other objects of the cluster. */
    public Decision decide(Snapshot snapshot, Resources cluster, Instant now) {
        boolean handled = snapshot.findCondition(SnapshotConditions.AUTO_RELEASED)
                .filter(Condition::isTrue)
                .isPresent();
        if (handled || !PromotionGate.of(snapshot).canBePromoted()) {
            return new Decision.Leave();
        }
        PlanSelection selection = PlanSelection.of(snapshot, cluster, cel.at(now));
        if (selection instanceof PlanSelection.Failed failed) {
            return new Decision.Fail(failed.message());
        }
        return release(snapshot, ((PlanSelection.Selected) selection).plans(), cluster);
    }

    private static Decision release(Snapshot snapshot, List<ReleasePlan> plans, Resources cluster) {
        if (plans.isEmpty()) {
            return new Decision.Mark(List.of(), nothingSelected(snapshot));
        }
        if (Supersession.findNewer(snapshot, cluster.all(Snapshot.class)).isPresent()) {
            return new Decision.Mark(List.of(), "Released in newer Snapshot");
        }
        List<DataObject> missing = plans.stream()
                .filter(plan -> !AutomatedRelease.exists(snapshot, plan, cluster))
                .map(plan -> AutomatedRelease.of(snapshot, plan))
                .toList();
        return new Decision.Mark(missing, "The Snapshot was auto-released");
    }

    private static String nothingSelected(Snapshot snapshot) {
        return snapshot.shouldRelease()
                ? "Skipping auto-release of the Snapshot because no ReleasePlans have the 'auto-release' label set to 'true'"
                : "Skipping auto-release because the build pipeline's SHOULD_RELEASE result is 'false'";
    }
}
