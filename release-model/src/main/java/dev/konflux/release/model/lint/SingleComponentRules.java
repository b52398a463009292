package dev.konflux.release.model.lint;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.mapping.SnapshotReduction;
import dev.konflux.release.model.releasedata.ReleaseData;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Releases of one component out of many. */
final class SingleComponentRules {

    private SingleComponentRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.error(
                        "snapshot.single-component-labels",
                        "A snapshot does not tell which of its components to release.",
                        Snapshot.class,
                        SingleComponentRules::labels),
                KindRule.note(
                        "plan.shared-repository",
                        "Components that are built from one repository overtake each other.",
                        ReleasePlan.class,
                        SingleComponentRules::sharedRepository));
    }

    private static boolean isSingleComponent(ReleasePlan plan, LintView view) {
        DataObject admission = view.matching()
                .of(plan)
                .findMatching()
                .map(found -> found.document())
                .orElse(DataObject.empty());
        try {
            return ReleaseData.merge(DataObject.empty(), plan.document(), admission)
                    .singleComponentMode()
                    .equals("true");
        } catch (ReleaseDataException unreadable) {
            return false; // data.invalid-key reports it
        }
    }

    private static void labels(Snapshot snapshot, Reporter report) {
        report.view().owned().plansOf(snapshot).stream()
                .filter(plan -> isSingleComponent(plan, report.view()))
                .findFirst()
                .ifPresent(plan -> reduce(snapshot, plan, report));
    }

    private static void reduce(Snapshot snapshot, ReleasePlan plan, Reporter report) {
        DataPath labels = DataPath.of("metadata", "labels");
        try {
            SnapshotReduction.of(
                            snapshot.spec(),
                            labels.in(snapshot.document())
                                    .flatMap(Data::asObject)
                                    .orElse(DataObject.empty()))
                    .warning()
                    .ifPresent(warning -> report.at(labels, warning, "name a component of the snapshot in its label"));
        } catch (ReleaseDataException missing) {
            report.at(labels, missing.problem(), "releases through " + plan.reference() + " fail; add the labels");
        }
    }

    private static void sharedRepository(ReleasePlan plan, Reporter report) {
        if (!plan.isAutoRelease() || !isSingleComponent(plan, report.view())) {
            return;
        }
        Map<String, Long> built = report.view().owned().componentsOf(plan).stream()
                .flatMap(component -> component.sourceUrl().stream())
                .collect(groupingBy(url -> url, TreeMap::new, counting()));
        built.forEach((url, count) -> {
            if (count > 1) {
                report.at(
                        DataPath.of("spec", "application"),
                        count + " components of '" + plan.application() + "' are built from " + url
                                + "; of one component's snapshots that finish out of order only the newest is released",
                        "look at the condition AutoReleased for 'Released in newer Snapshot'");
            }
        });
    }
}
