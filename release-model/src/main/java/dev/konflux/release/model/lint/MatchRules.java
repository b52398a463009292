package dev.konflux.release.model.lint;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.matching.NearMiss;
import java.util.List;
import java.util.stream.Collectors;

/** Plans and admissions that do not find each other. Silent about a side that is not among the resources at all. */
final class MatchRules {

    private MatchRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "match.none",
                        "No admission matches a plan, though some nearly do.",
                        ReleasePlan.class,
                        MatchRules::none),
                KindRule.error(
                        "match.ambiguous",
                        "Several admissions match a plan, so none counts.",
                        ReleasePlan.class,
                        MatchRules::ambiguous),
                KindRule.warning(
                        "match.blocked",
                        "The admission of a plan blocks every release.",
                        ReleasePlan.class,
                        MatchRules::blocked),
                KindRule.note(
                        "match.pinned-but-not-accepted",
                        "A plan names an admission that does not list its application.",
                        ReleasePlan.class,
                        MatchRules::pinnedButNotAccepted),
                KindRule.note(
                        "match.empty-pin",
                        "A plan names an admission by an empty label.",
                        ReleasePlan.class,
                        MatchRules::emptyPin));
    }

    private static void none(ReleasePlan plan, Reporter report) {
        if (report.view().matching().of(plan) instanceof Match.None none
                && !none.nearMisses().isEmpty()) {
            String others = none.nearMisses().stream().map(NearMiss::toString).collect(Collectors.joining("; "));
            report.at(DataPath.of("spec", "target"), none.message(), others);
        }
    }

    private static void ambiguous(ReleasePlan plan, Reporter report) {
        if (report.view().matching().of(plan) instanceof Match.Ambiguous ambiguous) {
            report.at(
                    DataPath.of("spec", "target"),
                    ambiguous.explanation(),
                    "name one of them in the label " + MetadataKeys.RELEASE_PLAN_ADMISSION);
        }
    }

    private static void blocked(ReleasePlan plan, Reporter report) {
        if (report.view().matching().of(plan) instanceof Match.Blocked blocked) {
            report.at(
                    DataPath.of("spec", "target"),
                    blocked.message(),
                    "releases fail until " + blocked.admission().reference() + " is unblocked");
        }
    }

    private static void pinnedButNotAccepted(ReleasePlan plan, Reporter report) {
        plan.releasePlanAdmission()
                .flatMap(name -> report.view().matching().of(plan).findMatching())
                .filter(admission -> !admission.accepts(plan.groupName()))
                .ifPresent(admission -> report.atLabel(
                        MetadataKeys.RELEASE_PLAN_ADMISSION,
                        admission.reference() + " does not list '" + plan.groupName()
                                + "'; releases go through all the same, but the admission's status does not show the plan",
                        "add it to the admission's list"));
    }

    private static void emptyPin(ReleasePlan plan, Reporter report) {
        boolean empty = plan.findLabel(MetadataKeys.RELEASE_PLAN_ADMISSION)
                .filter(String::isEmpty)
                .isPresent();
        if (empty) {
            report.atLabel(
                    MetadataKeys.RELEASE_PLAN_ADMISSION,
                    "an empty label names no admission, and hides the plan from the admission's status",
                    "remove the label");
        }
    }
}
