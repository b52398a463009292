package dev.konflux.release.model.explain;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.AutoReleaseExpressions.Result;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.matching.Matching;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether one Snapshot is released automatically: first the snapshot itself, then every plan of its application. */
final class SnapshotQuestion {

    private final Resources resources;
    private final Optional<AutoReleaseExpressions> expressions;
    private final Matching matching;

    SnapshotQuestion(Resources resources, Optional<AutoReleaseExpressions> expressions) {
        this.resources = resources;
        this.expressions = expressions;
        this.matching = Matching.in(resources);
    }

    Explanation answer(Snapshot snapshot) {
        Map<ReleasePlan, Optional<Result>> wishes = new LinkedHashMap<>();
        PlanWish.candidates(snapshot, resources).forEach(plan -> wishes.put(plan, wish(plan, snapshot)));
        List<Circumstance> all = new ArrayList<>(SnapshotGate.of(snapshot, resources));
        all.add(wishes.isEmpty() ? noPlan(snapshot) : evaluable(wishes));
        Outcome gate = Outcomes.together(all);
        List<Outcome> outcomes = new ArrayList<>();
        wishes.forEach((plan, wish) -> {
            List<Circumstance> own = List.of(selected(plan, wish), matched(plan));
            outcomes.add(Outcomes.together(own));
            all.addAll(own);
        });
        return new Explanation(snapshot.toString(), Outcomes.both(gate, Outcomes.any(outcomes)), all);
    }

    private Optional<Result> wish(ReleasePlan plan, Snapshot snapshot) {
        return plan.autoReleaseExpression().isPresent()
                ? expressions.map(evaluator -> PlanWish.of(plan, snapshot, evaluator))
                : Optional.of(PlanWish.byLabel(plan, snapshot));
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

    // One expression that cannot be evaluated stops all plans.
    private static Circumstance evaluable(Map<ReleasePlan, Optional<Result>> wishes) {
        String condition = "there is a plan, and every plan can be judged";
        return wishes.entrySet().stream()
                .flatMap(wish -> failures(wish.getKey(), wish.getValue()))
                .findFirst()
                .map(message -> Circumstance.fails(
                        condition, message, "repair the expression; until then no plan of the Snapshot releases it"))
                .orElseGet(() -> Circumstance.holds(condition, ""));
    }

    private static Stream<String> failures(ReleasePlan plan, Optional<Result> wish) {
        return wish
                .filter(Result.Failure.class::isInstance)
                .map(failure -> PlanWish.message(plan, (Result.Failure) failure))
                .stream();
    }

    private static Circumstance selected(ReleasePlan plan, Optional<Result> wish) {
        String condition = plan + " is released automatically";
        String expression = plan.autoReleaseExpression().orElse("");
        if (wish.isEmpty()) {
            return Circumstance.unknown(condition, "its expression decides: " + expression, "evaluate the expression");
        }
        if (!(wish.get() instanceof Result.Verdict verdict)) {
            return Circumstance.notReached(condition);
        }
        if (!expression.isEmpty()) {
            return byExpression(condition, expression, verdict);
        }
        return verdict.selects() ? Circumstance.holds(condition, "") : byLabel(condition, plan);
    }

    private static Circumstance byExpression(String condition, String expression, Result.Verdict verdict) {
        return verdict.selects()
                ? Circumstance.holds(condition, "its expression is true: " + expression)
                : Circumstance.fails(
                        condition,
                        "its expression is false: " + expression,
                        "create a Release by hand, or change the annotation " + MetadataKeys.AUTO_RELEASE);
    }

    private static Circumstance byLabel(String condition, ReleasePlan plan) {
        return plan.isAutoRelease()
                ? Circumstance.fails(
                        condition,
                        "Skipping auto-release because the build pipeline's SHOULD_RELEASE result is 'false'",
                        "let the build pipeline's result SHOULD_RELEASE be true")
                : Circumstance.fails(
                        condition,
                        "its label " + MetadataKeys.AUTO_RELEASE + " is 'false'",
                        "create a Release by hand, or set the label to \"true\"");
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
