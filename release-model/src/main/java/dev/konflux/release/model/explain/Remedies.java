package dev.konflux.release.model.explain;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.matching.Match;
import dev.konflux.release.model.validation.Verdict;
import java.util.stream.Collectors;

/** What to do about a failed check. */
final class Remedies {

    private Remedies() {}

    static String of(Verdict.Invalid failure, Release release, ReleasePlan plan, Match match) {
        return switch (failure.check()) {
            case PIPELINE_DEFINED -> pipeline(plan, match);
            case PROCESSING_RESOURCES -> "create what is missing, then make a new Release";
            case APPLICATION ->
                "release a snapshot of application '" + plan.application()
                        + "', or use a plan of the snapshot's application";
            case AUTHOR -> author(release);
            case PIPELINE_SOURCE ->
                match.findActive().isEmpty() && plan.target().isPresent()
                        ? of(plan, match)
                        : "use the git or bundles resolver instead of cluster";
        };
    }

    private static String pipeline(ReleasePlan plan, Match match) {
        if (plan.target().isEmpty() && plan.releasePlanAdmission().isEmpty()) {
            return "set spec.target to the managed namespace, or spec.tenantPipeline to a pipeline of your own";
        }
        if (match instanceof Match.Matched matched) {
            return "set spec.pipeline of ReleasePlanAdmission "
                    + matched.admission().reference() + ", or spec.tenantPipeline of the plan";
        }
        return of(plan, match);
    }

    /** What to do so that a plan is matched. */
    static String of(ReleasePlan plan, Match match) {
        if (match instanceof Match.Blocked blocked) {
            return "ask the owners of namespace '" + blocked.admission().namespace() + "' to set the label "
                    + MetadataKeys.BLOCK_RELEASES + " of ReleasePlanAdmission '"
                    + blocked.admission().name() + "' to \"false\"";
        }
        if (match instanceof Match.Ambiguous ambiguous) {
            String names = ambiguous.admissions().stream()
                    .map(ReleasePlanAdmission::name)
                    .collect(Collectors.joining(" or "));
            return "name one in the plan's label " + MetadataKeys.RELEASE_PLAN_ADMISSION + ": " + names;
        }
        if (match instanceof Match.None none && !none.nearMisses().isEmpty()) {
            return none.nearMisses().get(0).toString();
        }
        return "create a ReleasePlanAdmission in namespace '" + plan.target().orElse("") + "' with spec.origin '"
                + plan.namespace() + "' that lists '" + plan.groupName() + "'";
    }

    private static String author(Release release) {
        return release.isLabelledAutomated()
                ? "set the label " + MetadataKeys.STANDING_ATTRIBUTION
                        + ": \"true\" on the plan, so that its author stands for" + " automated releases"
                : "create the Release through the cluster's API, which sets the label " + MetadataKeys.AUTHOR;
    }
}
