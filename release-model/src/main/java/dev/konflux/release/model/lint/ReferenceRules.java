package dev.konflux.release.model.lint;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.List;
import java.util.Optional;

/** Names of other resources. Only a name much like an existing one is reported, because the rest may well be in the cluster. */
final class ReferenceRules {

    private ReferenceRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.warning(
                        "reference.plan",
                        "A Release names a plan that does not exist, but nearly.",
                        Release.class,
                        (release, report) -> close(
                                ReleasePlan.class,
                                release.namespace(),
                                release.releasePlan(),
                                DataPath.of("spec", "releasePlan"),
                                report)),
                KindRule.warning(
                        "reference.snapshot",
                        "A Release names a snapshot that does not exist, but nearly.",
                        Release.class,
                        (release, report) -> close(
                                Snapshot.class,
                                release.namespace(),
                                release.snapshot(),
                                DataPath.of("spec", "snapshot"),
                                report)),
                KindRule.warning(
                        "reference.policy",
                        "An admission names a policy that does not exist, but nearly.",
                        ReleasePlanAdmission.class,
                        (admission, report) -> close(
                                EnterpriseContractPolicy.class,
                                admission.namespace(),
                                admission.policy(),
                                DataPath.of("spec", "policy"),
                                report)),
                KindRule.error(
                        "reference.other-application",
                        "A Release's snapshot is of another application than its plan.",
                        Release.class,
                        ReferenceRules::otherApplication));
    }

    private static <R extends Resource> void close(
            Class<R> kind, String namespace, String name, DataPath path, Reporter report) {
        if (name.isEmpty()
                || report.view().resources().find(kind, namespace, name).isPresent()) {
            return;
        }
        List<String> names = report.view().names(kind, namespace);
        Similarity.closest(name, names)
                .ifPresent(known -> report.at(
                        path,
                        "there is no " + kind.getSimpleName() + " '" + name + "' in namespace '" + namespace + "'",
                        "did you mean '" + known + "'?"));
    }

    private static void otherApplication(Release release, Reporter report) {
        Optional<ReleasePlan> plan =
                report.view().resources().find(ReleasePlan.class, release.namespace(), release.releasePlan());
        Optional<Snapshot> snapshot =
                report.view().resources().find(Snapshot.class, release.namespace(), release.snapshot());
        if (plan.isPresent()
                && snapshot.isPresent()
                && !plan.get().application().equals(snapshot.get().application())) {
            report.at(
                    DataPath.of("spec", "snapshot"),
                    "different Application referenced in ReleasePlan and Snapshot: '"
                            + plan.get().application() + "' and '"
                            + snapshot.get().application() + "'",
                    "the release fails; choose a snapshot of the plan's application");
        }
    }
}
