package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plans through which a Snapshot is released, or why they cannot be told. */
sealed interface PlanSelection {

    /** These plans. */
    record Selected(List<ReleasePlan> plans) implements PlanSelection {}

    /** One expression failed, which stops all plans. */
    record Failed(String message) implements PlanSelection {}

    static PlanSelection of(Snapshot snapshot, Resources cluster, AutoReleaseCel cel, Instant now) {
        List<ReleasePlan> selected = new ArrayList<>();
        for (ReleasePlan plan : candidates(snapshot, cluster)) {
            Optional<String> expression = plan.autoReleaseExpression();
            if (expression.isEmpty()) {
                if (plan.isAutoRelease() && shouldRelease(snapshot)) {
                    selected.add(plan);
                }
                continue;
            }
            AutoReleaseCel.Outcome outcome = cel.evaluate(expression.get(), snapshot, now, shouldRelease(snapshot));
            if (outcome instanceof AutoReleaseCel.Outcome.Failure failure) {
                return new Failed("failed to evaluate auto-release CEL expression for ReleasePlan " + plan.name() + ": "
                        + failure.message());
            }
            if (outcome instanceof AutoReleaseCel.Outcome.Verdict verdict && verdict.selects()) {
                selected.add(plan);
            }
        }
        return new Selected(selected);
    }

    /** What the build pipeline said; only the exact text {@code false} counts. */
    static boolean shouldRelease(Snapshot snapshot) {
        return snapshot.findAnnotation(MetadataKeys.RESULT_SHOULD_RELEASE)
                .filter("false"::equals)
                .isEmpty();
    }

    // A snapshot that names both belongs to its group.
    private static List<ReleasePlan> candidates(Snapshot snapshot, Resources cluster) {
        boolean group = !snapshot.componentGroup().isEmpty();
        return cluster.all(ReleasePlan.class).stream()
                .filter(plan -> plan.namespace().equals(snapshot.namespace()))
                .filter(plan -> group
                        ? plan.componentGroup().equals(snapshot.componentGroup())
                        : plan.application().equals(snapshot.application()))
                .toList();
    }
}
