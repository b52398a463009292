package dev.konflux.release.model.lint;

import dev.konflux.release.model.CollectorItem;
import dev.konflux.release.model.CollectorSettings;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.DataPath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collectors that cannot run, or may read too much. */
final class CollectorRules {

    private static final DataPath COLLECTORS = DataPath.of("spec", "collectors");

    private CollectorRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "collectors.without-target",
                        "A plan has collectors but no target to take their pipeline from.",
                        ReleasePlan.class,
                        CollectorRules::withoutTarget),
                KindRule.error(
                        "collectors.without-pipeline",
                        "An admission has collectors but no pipeline to take theirs from.",
                        ReleasePlanAdmission.class,
                        CollectorRules::withoutPipeline),
                KindRule.warning(
                        "collectors.all-secrets",
                        "An empty list of secrets lets collectors read every secret of the namespace.",
                        Resource.class,
                        CollectorRules::allSecrets),
                KindRule.warning(
                        "collectors.repeated-name",
                        "Two collectors have one name, so one overwrites what the other found.",
                        Resource.class,
                        CollectorRules::repeatedName));
    }

    private static Optional<CollectorSettings> of(Resource resource) {
        if (resource instanceof ReleasePlan plan) {
            return plan.collectors();
        }
        return resource instanceof ReleasePlanAdmission admission ? admission.collectors() : Optional.empty();
    }

    private static void withoutTarget(ReleasePlan plan, Reporter report) {
        if (plan.collectors().isPresent() && plan.target().isEmpty()) {
            report.at(
                    COLLECTORS,
                    "collectors run from the repository of the admission's pipeline, and a plan without target has no"
                            + " admission; releases fail",
                    "set spec.target, or remove the collectors");
        }
    }

    private static void withoutPipeline(ReleasePlanAdmission admission, Reporter report) {
        if (admission.collectors().isPresent() && admission.pipeline().isEmpty()) {
            report.at(
                    COLLECTORS,
                    "the operator crashes again and again on collectors of an admission without pipeline; releases never"
                            + " end",
                    "set spec.pipeline, or remove the collectors");
        }
    }

    private static void allSecrets(Resource resource, Reporter report) {
        of(resource)
                .flatMap(CollectorSettings::secrets)
                .filter(List::isEmpty)
                .ifPresent(none -> report.at(
                        COLLECTORS.member("secrets"),
                        "an empty list is not no secret: the role made from it allows every secret of the namespace",
                        "remove the field, or name the secrets"));
    }

    private static void repeatedName(Resource resource, Reporter report) {
        List<CollectorItem> items = of(resource).map(CollectorSettings::items).orElse(List.of());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(items.get(i).name())) {
                report.at(
                        COLLECTORS.member("items").item(i).member("name"),
                        "the name '" + items.get(i).name() + "' is taken by an earlier collector",
                        "give each collector a name of its own");
            }
        }
    }
}
