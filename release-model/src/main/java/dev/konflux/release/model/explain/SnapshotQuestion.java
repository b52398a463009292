package dev.konflux.release.model.explain;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.matching.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether one Snapshot is released automatically: first the snapshot itself, then every plan of its application. */
final class SnapshotQuestion {

    private final Resources resources;
    private final AutoReleaseExpressions expressions;
    private final Matching matching;

    SnapshotQuestion(Resources resources, AutoReleaseExpressions expressions) {
        this.resources = resources;
        this.expressions = expressions;
        this.matching = Matching.in(resources);
    }

    Explanation answer(Snapshot snapshot) {
        List<Circumstance> gate = SnapshotGate.of(snapshot, resources);
        List<Circumstance> all = new ArrayList<>(gate);
        List<ReleasePlan> plans = plans(snapshot);
        if (plans.isEmpty()) {
            all.add(noPlan(snapshot));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (ReleasePlan plan : plans) {
            List<Circumstance> own = List.of(selected(plan, snapshot), matched(plan));
            outcomes.add(Outcomes.together(own));
            all.addAll(own);
        }
        Outcome outcome = Outcomes.both(Outcomes.together(gate), Outcomes.any(outcomes));
        return new Explanation(snapshot.toString(), outcome, all);
    }

    // A snapshot that names both belongs to its group.
    private List<ReleasePlan> plans(Snapshot snapshot) {
        boolean group = !snapshot.componentGroup().isEmpty();
        return resources.all(ReleasePlan.class).stream()
                .filter(plan -> plan.namespace().equals(snapshot.namespace()))
                .filter(plan -> group
                        ? plan.componentGroup().equals(snapshot.componentGroup())
                        : plan.application().equals(snapshot.application()))
                .toList();
    }

    private static Circumstance noPlan(Snapshot snapshot) {
        String what = snapshot.componentGroup().isEmpty()
                ? "application '" + snapshot.application() + "'"
                : "component group '" + snapshot.componentGroup() + "'";
        return Circumstance.fails(
                "there is a plan",
                "no ReleasePlan in namespace '" + snapshot.namespace() + "' is for " + what,
                "create a ReleasePlan there");
    }

    private Circumstance selected(ReleasePlan plan, Snapshot snapshot) {
        String condition = plan + " is released automatically";
        Optional<String> expression = plan.autoReleaseExpression();
        if (expression.isPresent()) {
            return expressions
                    .evaluate(expression.get(), snapshot)
                    .map(wanted -> wanted
                            ? Circumstance.holds(condition, "its expression is true: " + expression.get())
                            : Circumstance.fails(
                                    condition,
                                    "its expression is false: " + expression.get(),
                                    "create a Release by hand, or change the annotation " + MetadataKeys.AUTO_RELEASE))
                    .orElseGet(() -> Circumstance.unknown(
                            condition, "its expression decides: " + expression.get(), "evaluate the expression"));
        }
        if (!plan.isAutoRelease()) {
            return Circumstance.fails(
                    condition,
                    "its label " + MetadataKeys.AUTO_RELEASE + " is 'false'",
                    "create a Release by hand, or set the label to \"true\"");
        }
        return snapshot.findAnnotation(MetadataKeys.RESULT_SHOULD_RELEASE)
                        .filter("false"::equals)
                        .isPresent()
                ? Circumstance.fails(
                        condition,
                        "Skipping auto-release because the build pipeline's SHOULD_RELEASE result is 'false'",
                        "let the build pipeline's result SHOULD_RELEASE be true")
                : Circumstance.holds(condition, "");
    }

    // Releases are created for plans without admission too; they fail afterwards.
    private Circumstance matched(ReleasePlan plan) {
        String condition = plan + " has something to run";
        if (plan.target().isEmpty() && plan.tenantPipeline().isPresent()) {
            return Circumstance.holds(condition, "its tenant pipeline");
        }
        Match match = matching.of(plan);
        return match.findActive().isPresent()
                ? Circumstance.holds(condition, match.explanation())
                : Circumstance.fails(condition, match.message(), Remedies.of(plan, match));
    }
}
