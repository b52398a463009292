package dev.konflux.release.model.lint;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What is asked for, and how long it is kept. */
final class PlanRules {

    private static final long LONGEST_KEPT = 30;
    private static final Set<String> CONTEXTS =
            Set.of("all", "application", "component", "group", "override", "push", "pull_request", "disabled");

    private PlanRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "plan.nothing-to-run",
                        "A plan has neither a target nor a tenant pipeline.",
                        ReleasePlan.class,
                        PlanRules::nothingToRun),
                KindRule.warning(
                        "plan.grace-period",
                        "A plan's grace period is longer than releases are kept, or ends at once.",
                        ReleasePlan.class,
                        PlanRules::planGracePeriod),
                KindRule.warning(
                        "release.grace-period",
                        "A Release's grace period is longer than releases are kept, or does not mean what it says.",
                        Release.class,
                        PlanRules::releaseGracePeriod),
                KindRule.note(
                        "scenario.old-version",
                        "A scenario is written in an old version.",
                        IntegrationTestScenario.class,
                        PlanRules::oldScenario),
                KindRule.warning(
                        "scenario.unknown-context",
                        "A scenario is bound to a situation that never arises.",
                        IntegrationTestScenario.class,
                        PlanRules::unknownContext));
    }

    private static void nothingToRun(ReleasePlan plan, Reporter report) {
        if (plan.target().isEmpty() && plan.tenantPipeline().isEmpty()) {
            report.at(
                    DataPath.of("spec"),
                    "expected spec.target, spec.tenantPipeline or both, found neither; every release fails",
                    plan.finalPipeline().isPresent()
                            ? "the final pipeline alone does not count"
                            : "set spec.target to the managed namespace, or spec.tenantPipeline");
        }
    }

    private static void planGracePeriod(ReleasePlan plan, Reporter report) {
        DataPath path = DataPath.of("spec", "releaseGracePeriodDays");
        OptionalLong days = number(path.in(plan.document()).orElse(Data.nothing()));
        if (days.isEmpty()) {
            return;
        }
        tooLong(days.getAsLong(), path, report);
        if (days.getAsLong() <= 0) {
            report.at(
                    path,
                    "releases expire at the moment they are made (" + days.getAsLong() + " days)",
                    "leave the field out for " + ReleasePlan.DEFAULT_GRACE_PERIOD_DAYS + " days");
        }
    }

    private static void releaseGracePeriod(Release release, Reporter report) {
        DataPath path = DataPath.of("spec", "gracePeriodDays");
        OptionalLong days = release.gracePeriodDays();
        if (days.isEmpty()) {
            return;
        }
        tooLong(days.getAsLong(), path, report);
        if (days.getAsLong() == 0) {
            report.at(path, "0 means the plan's grace period here, not none", "remove the field");
        } else if (days.getAsLong() < 0) {
            report.at(path, "the release expires before it is made", "use a positive number of days");
        }
    }

    private static void tooLong(long days, DataPath path, Reporter report) {
        if (days > LONGEST_KEPT) {
            report.at(
                    path,
                    "expected at most 30 days, found " + days + "; releases are not kept longer than that",
                    "keep what you need elsewhere, the Release and its Snapshot will be gone");
        }
    }

    private static OptionalLong number(Data value) {
        return value.asNumber().map(DataNumber::asLong).orElse(OptionalLong.empty());
    }

    private static void oldScenario(IntegrationTestScenario scenario, Reporter report) {
        if (scenario.apiVersion().endsWith("/v1alpha1") || scenario.apiVersion().endsWith("/v1beta1")) {
            report.at(
                    DataPath.of("apiVersion"),
                    "expected appstudio.redhat.com/v1beta2, found " + scenario.apiVersion(),
                    "name the pipeline by spec.resolverRef and drop spec.environment");
        }
    }

    private static void unknownContext(IntegrationTestScenario scenario, Reporter report) {
        List<String> contexts = scenario.contexts();
        for (int i = 0; i < contexts.size(); i++) {
            String context = contexts.get(i);
            if (!CONTEXTS.contains(context) && !context.startsWith("component_")) {
                report.at(
                        DataPath.of("spec", "contexts").item(i).member("name"),
                        "the context '" + context + "' never applies",
                        Similarity.closest(context, CONTEXTS)
                                .map(known -> "did you mean '" + known + "'?")
                                .orElse("known are "
                                        + CONTEXTS.stream().sorted().toList() + " and component_<name>"));
            }
        }
    }
}
