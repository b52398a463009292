package dev.konflux.release.model.explain;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the integration service takes a Snapshot that people wrote; components count only where some are at hand. */
final class OverrideSnapshot {

    private static final Pattern DIGEST =
            Pattern.compile("(?:[^@/\\s]+/)?[a-z0-9_./-]+(?::[\\w.-]+)?@sha256:[0-9a-f]{64}");

    private OverrideSnapshot() {}

    static Circumstance of(Snapshot snapshot, Resources resources) {
        String condition = "it is a valid override, or none";
        if (!snapshot.type().equals("override")) {
            return Circumstance.holds(condition, "");
        }
        List<String> faults = snapshot.components().stream()
                .flatMap(component -> faults(component, snapshot, resources))
                .toList();
        return faults.isEmpty()
                ? Circumstance.holds(condition, "")
                : Circumstance.fails(condition, String.join("; ", faults), "make a new Snapshot without the fault");
    }

    private static Stream<String> faults(SnapshotComponent component, Snapshot snapshot, Resources resources) {
        Optional<String> digest = DIGEST.matcher(component.containerImage()).matches()
                ? Optional.empty()
                : Optional.of("the image of '" + component.name() + "' is not named by a sha256 digest: '"
                        + component.containerImage() + "'");
        Optional<String> owner = snapshot.componentGroup().isEmpty()
                ? application(component, snapshot, resources)
                : group(component, snapshot, resources);
        return Stream.of(digest, owner).flatMap(Optional::stream);
    }

    // Any Component of that name in the namespace will do, also one of another application.
    private static Optional<String> application(SnapshotComponent component, Snapshot snapshot, Resources resources) {
        List<String> known = resources.all(Component.class).stream()
                .filter(other -> other.namespace().equals(snapshot.namespace()))
                .map(Resource::name)
                .toList();
        return known.isEmpty() || known.contains(component.name())
                ? Optional.empty()
                : Optional.of("snapshotComponent " + component.name() + " defined in snapshot " + snapshot.name()
                        + " doesn't exist under application " + snapshot.namespace() + "/" + snapshot.application());
    }

    private static Optional<String> group(SnapshotComponent component, Snapshot snapshot, Resources resources) {
        String version = component.version().orElse("");
        if (component.sourceUrl().isEmpty() || component.sourceRevision().isEmpty()) {
            return Optional.of("snapshotComponent " + component.name() + "/" + version
                    + " has no git url/revision fields defined");
        }
        boolean missing = resources
                .find(ComponentGroup.class, snapshot.namespace(), snapshot.componentGroup())
                .filter(group -> group.components().stream()
                        .noneMatch(member -> member.name().equals(component.name())
                                && (member.versionName().orElse("").equals(version)
                                        || member.version().orElse("").equals(version))))
                .isPresent();
        return missing
                ? Optional.of("the group has no component " + component.name() + " in version '" + version + "'")
                : Optional.empty();
    }
}
