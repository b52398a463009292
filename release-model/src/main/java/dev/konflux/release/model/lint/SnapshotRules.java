package dev.konflux.release.model.lint;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.explain.ImageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Snapshots whose images may not be what was meant. */
final class SnapshotRules {

    private static final DataPath COMPONENTS = DataPath.of("spec", "components");

    private SnapshotRules() {}

    static List<LintRule> all() {
        return List.of(
                KindRule.warning(
                        "snapshot.no-digest",
                        "An image is not named by its digest, so it may change.",
                        Snapshot.class,
                        SnapshotRules::noDigest),
                KindRule.note(
                        "snapshot.no-source",
                        "A component does not say what it was built from.",
                        Snapshot.class,
                        SnapshotRules::noSource),
                KindRule.warning(
                        "snapshot.repeated-component",
                        "Two components have one name.",
                        Snapshot.class,
                        SnapshotRules::repeatedComponent),
                KindRule.note(
                        "snapshot.repeated-image",
                        "Two components are the same image.",
                        Snapshot.class,
                        SnapshotRules::repeatedImage),
                KindRule.warning(
                        "snapshot.empty", "A snapshot has no components.", Snapshot.class, SnapshotRules::empty));
    }

    private static void noDigest(Snapshot snapshot, Reporter report) {
        List<SnapshotComponent> components = snapshot.components();
        for (int i = 0; i < components.size(); i++) {
            String image = components.get(i).containerImage();
            if (!image.isEmpty() && ImageDigest.findFault(image).isPresent()) {
                report.at(
                        COMPONENTS.item(i).member("containerImage"),
                        "expected an image by digest, repository@sha256:..., found '" + image + "'",
                        "an override with this image is marked Invalid; look up the digest of the tag");
            }
        }
    }

    private static void noSource(Snapshot snapshot, Reporter report) {
        List<SnapshotComponent> components = snapshot.components();
        for (int i = 0; i < components.size(); i++) {
            SnapshotComponent component = components.get(i);
            if (component.sourceUrl().isEmpty() || component.sourceRevision().isEmpty()) {
                report.at(
                        COMPONENTS.item(i),
                        "the component '" + component.name() + "' has no source.git with url and revision",
                        "tags with {{ git_sha }} and collectors need it");
            }
        }
    }

    private static void repeatedComponent(Snapshot snapshot, Reporter report) {
        repeated(snapshot, report, Repeated.NAME);
    }

    private static void repeatedImage(Snapshot snapshot, Reporter report) {
        repeated(snapshot, report, Repeated.IMAGE);
    }

    private enum Repeated {
        NAME("name", "give each component a name of its own"),
        IMAGE("containerImage", "one of the two is most likely stale");

        private final String field;
        private final String hint;

        Repeated(String field, String hint) {
            this.field = field;
            this.hint = hint;
        }

        String of(SnapshotComponent component) {
            return component.data().findText(field).orElse("")
                    + component.version().orElse("");
        }
    }

    private static void repeated(Snapshot snapshot, Reporter report, Repeated what) {
        Map<String, String> seen = new HashMap<>();
        List<SnapshotComponent> components = snapshot.components();
        for (int i = 0; i < components.size(); i++) {
            SnapshotComponent component = components.get(i);
            String key = what.of(component);
            String earlier = key.isEmpty() ? null : seen.putIfAbsent(key, component.name());
            if (earlier != null) {
                report.at(
                        COMPONENTS.item(i).member(what.field),
                        "the same " + what.field + " as the earlier component '" + earlier + "'",
                        what.hint);
            }
        }
    }

    private static void empty(Snapshot snapshot, Reporter report) {
        if (snapshot.components().isEmpty()) {
            report.at(
                    DataPath.of("spec"),
                    "expected at least one entry in spec.components, found none",
                    "a release of it publishes nothing");
        }
    }
}
