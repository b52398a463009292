package dev.konflux.release.model.explain;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.AutoReleaseExpressions.Result;
import java.util.ArrayList;
import java.util.List;

/** The plans through which a Snapshot is released, or why they cannot be told. */
public sealed interface PlanSelection {

    /**
     * These plans.
     *
     * @param plans in the order of the resources
     */
    record Selected(List<ReleasePlan> plans) implements PlanSelection {
        /** Copies the list. */
        public Selected {
            plans = List.copyOf(plans);
        }
    }

    /**
     * One expression failed, which stops all plans.
     *
     * @param message the service's words
     */
    record Failed(String message) implements PlanSelection {}

    /** The plans of the Snapshot's application or group that want it. */
    static PlanSelection of(Snapshot snapshot, Resources cluster, AutoReleaseExpressions expressions) {
        List<ReleasePlan> selected = new ArrayList<>();
        for (ReleasePlan plan : PlanWish.candidates(snapshot, cluster)) {
            Result result = PlanWish.of(plan, snapshot, expressions);
            if (result instanceof Result.Failure failure) {
                return new Failed(PlanWish.message(plan, failure));
            }
            if (result instanceof Result.Verdict verdict && verdict.selects()) {
                selected.add(plan);
            }
        }
        return new Selected(selected);
    }
}
