package dev.konflux.release.model.lint;

import dev.konflux.release.model.ComponentMapping;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.text.Similarity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what was built is what is mapped. */
final class MappedComponentRules {

    private static final DataPath COMPONENTS = DataPath.of("spec", "components");

    private MappedComponentRules() {}

    static List<LintRule> all() {
        return List.of(KindRule.warning(
                "mapping.unmapped-component",
                "A component of a snapshot is mapped by no admission, so it is not released.",
                Snapshot.class,
                MappedComponentRules::unmapped));
    }

    private static void unmapped(Snapshot snapshot, Reporter report) {
        Set<String> mapped = report.view().owned().plansOf(snapshot).stream()
                .flatMap(plan -> mappedNames(plan, report.view()).stream())
                .collect(Collectors.toSet());
        List<SnapshotComponent> components = snapshot.components();
        for (int i = 0; i < components.size() && !mapped.isEmpty(); i++) {
            String name = components.get(i).name();
            if (!name.isEmpty() && !mapped.contains(name)) {
                report.at(
                        COMPONENTS.item(i).member("name"),
                        "no admission maps the component '" + name + "', so it is left out of every release",
                        Similarity.closest(name, mapped)
                                .map(known -> "did the admission mean it by '" + known + "'?")
                                .orElse("add it to spec.data.mapping.components of the admission"));
            }
        }
    }

    private static List<String> mappedNames(ReleasePlan plan, LintView view) {
        return view.matching().of(plan).findMatching().stream()
                .flatMap(admission -> admission.mapping().components().stream())
                .map(ComponentMapping::name)
                .toList();
    }
}
