package dev.konflux.release.model.explain;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.AutoReleaseExpressions.Result;
import java.util.List;
import java.util.Optional;

/** Whether a plan wants a Snapshot released. */
final class PlanWish {

    private PlanWish() {}

    /** An expression decides alone; without one, the plan's label and what the build pipeline said. */
    static Result of(ReleasePlan plan, Snapshot snapshot, AutoReleaseExpressions expressions) {
        Optional<String> expression = plan.autoReleaseExpression();
        return expression.isPresent() ? expressions.evaluate(expression.get(), snapshot) : byLabel(plan, snapshot);
    }

    static Result byLabel(ReleasePlan plan, Snapshot snapshot) {
        return new Result.Verdict(plan.isAutoRelease() && snapshot.shouldRelease());
    }

    /** The service's words for an expression that cannot be evaluated. */
    static String message(ReleasePlan plan, Result.Failure failure) {
        return "failed to evaluate auto-release CEL expression for ReleasePlan " + plan.name() + ": "
                + failure.message();
    }

    /** The plans of its application or group, in its namespace; a Snapshot that names both belongs to its group. */
    static List<ReleasePlan> candidates(Snapshot snapshot, Resources cluster) {
        boolean group = !snapshot.componentGroup().isEmpty();
        return cluster.all(ReleasePlan.class).stream()
                .filter(plan -> plan.namespace().equals(snapshot.namespace()))
                .filter(plan -> group
                        ? plan.componentGroup().equals(snapshot.componentGroup())
                        : plan.application().equals(snapshot.application()))
                .toList();
    }
}
