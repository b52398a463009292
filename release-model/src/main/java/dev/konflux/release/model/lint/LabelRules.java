package dev.konflux.release.model.lint;

import static dev.konflux.release.model.MetadataKeys.AUTHOR;
import static dev.konflux.release.model.MetadataKeys.AUTO_RELEASE;
import static dev.konflux.release.model.MetadataKeys.BLOCK_RELEASES;
import static dev.konflux.release.model.MetadataKeys.STANDING_ATTRIBUTION;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.List;
import java.util.Set;

/** Labels and annotations: old names, values that mean something else than they look, wrong kinds. */
final class LabelRules {

    private static final String PREFIX = "release.appstudio.openshift.io/";
    private static final String OLD_PREFIX = "release.rhtap.openshift.io/";
    private static final Set<String> KNOWN = Set.of(
            AUTO_RELEASE,
            BLOCK_RELEASES,
            STANDING_ATTRIBUTION,
            AUTHOR,
            MetadataKeys.AUTOMATED,
            MetadataKeys.RELEASE_PLAN_ADMISSION,
            MetadataKeys.SNAPSHOT,
            MetadataKeys.RELEASE_PLAN,
            MetadataKeys.RELEASE_NAME,
            MetadataKeys.RELEASE_NAMESPACE,
            MetadataKeys.ATTEMPT);
    private static final Set<String> LABELS_ONLY = Set.of(
            BLOCK_RELEASES, STANDING_ATTRIBUTION, AUTHOR, MetadataKeys.AUTOMATED, MetadataKeys.RELEASE_PLAN_ADMISSION);

    private LabelRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.warning(
                        "label.admission-auto-release",
                        "An admission carries auto-release, which once blocked it and no longer does.",
                        ReleasePlanAdmission.class,
                        LabelRules::admissionAutoRelease),
                KindRule.warning(
                        "label.plan-block-releases",
                        "A plan carries block-releases, which only admissions listen to.",
                        ReleasePlan.class,
                        LabelRules::planBlockReleases),
                KindRule.error(
                        "label.block-releases-value",
                        "An admission's block-releases is neither true nor false.",
                        ReleasePlanAdmission.class,
                        LabelRules::blockReleasesValue),
                KindRule.warning(
                        "label.auto-release-value",
                        "A plan's auto-release is neither true nor false; everything but false releases.",
                        ReleasePlan.class,
                        LabelRules::autoReleaseValue),
                KindRule.note(
                        "label.auto-release-default",
                        "A plan with other labels but no auto-release gets no default for it.",
                        ReleasePlan.class,
                        LabelRules::autoReleaseDefault),
                KindRule.warning(
                        "label.expression-beats-label",
                        "A plan's auto-release annotation makes its label meaningless.",
                        ReleasePlan.class,
                        LabelRules::expressionBeatsLabel),
                KindRule.warning(
                        "label.no-standing-attribution",
                        "A plan releases automatically, but nobody stands for its releases.",
                        ReleasePlan.class,
                        LabelRules::noStandingAttribution),
                KindRule.warning(
                        "label.unknown-key",
                        "A label or annotation of the release service has a name it does not know.",
                        Resource.class,
                        LabelRules::unknownKey),
                KindRule.warning(
                        "label.annotation-instead",
                        "Something the service reads as a label was written as an annotation.",
                        Resource.class,
                        LabelRules::annotationInstead),
                KindRule.note(
                        "label.missing-application",
                        "A Release without the application label may be missing from the web interface.",
                        Release.class,
                        LabelRules::missingApplication));
    }

    private static void admissionAutoRelease(ReleasePlanAdmission admission, Reporter report) {
        admission.findLabel(AUTO_RELEASE).ifPresent(value -> {
            boolean meantToBlock = value.equals("false");
            report.atLabel(
                    AUTO_RELEASE,
                    meantToBlock
                            ? "auto-release 'false' on an admission blocks nothing: releases go through"
                            : "auto-release on an admission has no effect",
                    meantToBlock ? "set " + BLOCK_RELEASES + ": \"true\"" : "remove it, or set " + BLOCK_RELEASES);
        });
    }

    private static void planBlockReleases(ReleasePlan plan, Reporter report) {
        plan.findLabel(BLOCK_RELEASES)
                .ifPresent(value -> report.atLabel(
                        BLOCK_RELEASES,
                        "block-releases on a plan has no effect",
                        "set it on the admission; to stop automatic releases set " + AUTO_RELEASE + ": \"false\""));
    }

    private static void blockReleasesValue(ReleasePlanAdmission admission, Reporter report) {
        admission
                .findLabel(BLOCK_RELEASES)
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .ifPresent(value -> report.atLabel(
                        BLOCK_RELEASES,
                        "'" + BLOCK_RELEASES + "' label can only be set to true or false",
                        "the cluster refuses '" + value + "'"));
    }

    private static void autoReleaseValue(ReleasePlan plan, Reporter report) {
        plan.findLabel(AUTO_RELEASE)
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .ifPresent(value -> report.atLabel(
                        AUTO_RELEASE,
                        "expected 'true' or 'false', found '" + value + "', which releases automatically",
                        "only the exact text \"false\" stops automatic releases"));
    }

    private static void autoReleaseDefault(ReleasePlan plan, Reporter report) {
        if (plan.findLabel(AUTO_RELEASE).isEmpty() && !plan.labels().isEmpty()) {
            report.at(
                    DataPath.of("metadata", "labels"),
                    "auto-release is missing; snapshots are released automatically, but the admission lists the plan as"
                            + " not active",
                    "say what is meant: " + AUTO_RELEASE + ": \"true\"");
        }
    }

    private static void expressionBeatsLabel(ReleasePlan plan, Reporter report) {
        plan.autoReleaseExpression()
                .filter(expression -> plan.findLabel(AUTO_RELEASE).isPresent())
                .filter(expression ->
                        !expression.strip().equals(plan.findLabel(AUTO_RELEASE).orElse("")))
                .ifPresent(expression -> report.at(
                        DataPath.of("metadata", "annotations", AUTO_RELEASE),
                        "the annotation decides about automatic releases, the label '"
                                + plan.findLabel(AUTO_RELEASE).orElse("") + "' is not looked at",
                        "remove one of the two"));
    }

    private static void noStandingAttribution(ReleasePlan plan, Reporter report) {
        boolean automatic = plan.autoReleaseExpression().isPresent() || plan.isAutoRelease();
        boolean said = plan.findLabel(AUTO_RELEASE).isPresent()
                || plan.autoReleaseExpression().isPresent();
        if (automatic && said && !plan.hasStandingAttribution()) {
            report.at(
                    DataPath.of("metadata", "labels"),
                    "automatic releases of this plan fail with 'no author in the ReleasePlan found for automated release'",
                    "set " + STANDING_ATTRIBUTION + ": \"true\"; the cluster then fills in the author");
        }
    }

    private static void unknownKey(Resource resource, Reporter report) {
        resource.labels().keySet().forEach(key -> unknownKey("labels", key, report));
        resource.annotations().keySet().forEach(key -> unknownKey("annotations", key, report));
    }

    private static void unknownKey(String field, String key, Reporter report) {
        DataPath owner = DataPath.of("metadata", field);
        if (key.startsWith(OLD_PREFIX)) {
            report.atName(
                    owner,
                    key,
                    "the service does not read keys below " + OLD_PREFIX,
                    "use " + PREFIX + key.substring(OLD_PREFIX.length()));
        } else if (key.regionMatches(true, 0, "release", 0, 7) && !KNOWN.contains(key)) {
            Similarity.closest(key, KNOWN)
                    .filter(known -> Similarity.isClose(afterSlash(key), afterSlash(known)))
                    .ifPresent(known -> report.atName(
                            owner, key, "the service does not know '" + key + "'", "did you mean " + known + "?"));
        }
    }

    private static String afterSlash(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private static void annotationInstead(Resource resource, Reporter report) {
        resource.annotations().keySet().stream()
                .filter(LABELS_ONLY::contains)
                .filter(key -> resource.findLabel(key).isEmpty())
                .forEach(key -> report.atName(
                        DataPath.of("metadata", "annotations"),
                        key,
                        "'" + key + "' counts only as a label; as an annotation it is ignored",
                        "move it to metadata.labels"));
    }

    private static void missingApplication(Release release, Reporter report) {
        if (release.findLabel(MetadataKeys.APPLICATION).isEmpty()) {
            report.at(
                    DataPath.of("metadata"),
                    "the label " + MetadataKeys.APPLICATION
                            + " is missing; unless the snapshot carries it, the web interface"
                            + " does not list this Release",
                    "add the label with the application's name");
        }
    }
}
