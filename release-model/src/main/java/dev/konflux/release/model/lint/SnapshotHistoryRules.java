package dev.konflux.release.model.lint;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.DataPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot beside the earlier ones of its application or group; silent where the time of creation is unknown. */
final class SnapshotHistoryRules {

    private static final DataPath COMPONENTS = DataPath.of("spec", "components");
    private static final int LOOKED_BACK = 20;

    private SnapshotHistoryRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.warning(
                        "snapshot.lost-component",
                        "A component of the snapshot before is missing.",
                        Snapshot.class,
                        SnapshotHistoryRules::lostComponent),
                KindRule.warning(
                        "snapshot.went-back",
                        "An image is an older one again.",
                        Snapshot.class,
                        SnapshotHistoryRules::wentBack));
    }

    private static List<Snapshot> earlier(Snapshot snapshot, Reporter report) {
        return report.view().owned().before(snapshot, LOOKED_BACK);
    }

    private static Map<String, String> images(Snapshot snapshot) {
        Map<String, String> images = new LinkedHashMap<>();
        for (SnapshotComponent component : snapshot.components()) {
            images.put(name(component), component.containerImage());
        }
        return images;
    }

    private static String name(SnapshotComponent component) {
        return component
                .version()
                .map(version -> component.name() + " " + version)
                .orElse(component.name());
    }

    private static void lostComponent(Snapshot snapshot, Reporter report) {
        List<Snapshot> earlier = earlier(snapshot, report);
        if (earlier.isEmpty()) {
            return;
        }
        Snapshot previous = earlier.get(earlier.size() - 1);
        Map<String, String> present = images(snapshot);
        images(previous).keySet().stream()
                .filter(component -> !present.containsKey(component))
                .forEach(component -> report.at(
                        COMPONENTS,
                        "the component '" + component + "' of " + previous.name() + " is missing",
                        "a component with an invalid image is left out without a word; look at its Component"));
    }

    private static void wentBack(Snapshot snapshot, Reporter report) {
        List<Snapshot> earlier = earlier(snapshot, report);
        List<SnapshotComponent> components = snapshot.components();
        for (int i = 0; i < components.size(); i++) {
            String component = name(components.get(i));
            String image = components.get(i).containerImage();
            DataPath path = COMPONENTS.item(i).member("containerImage");
            List<Snapshot> with = earlier.stream()
                    .filter(other -> images(other).containsKey(component))
                    .toList();
            boolean changed = !with.isEmpty()
                    && !image.equals(images(with.get(with.size() - 1)).get(component));
            with.stream()
                    .filter(other -> changed && image.equals(images(other).get(component)))
                    .findFirst()
                    .ifPresent(other -> report.at(
                            path,
                            "the image of '" + component + "' is that of " + other.name()
                                    + " again, which a later snapshot had replaced",
                            "the list of promoted images may be stale; look at the Component's status"));
        }
    }
}
