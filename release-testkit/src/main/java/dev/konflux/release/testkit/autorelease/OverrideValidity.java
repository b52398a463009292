package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the service takes a Snapshot that somebody wrote to override the built ones. */
final class OverrideValidity {

    private OverrideValidity() {}

    /** The Snapshot, marked as invalid if it is an override with faults. */
    static Snapshot checked(Snapshot snapshot, Resources cluster, Instant now) {
        if (!snapshot.type().equals("override") || SnapshotConditions.isInvalid(snapshot)) {
            return snapshot;
        }
        List<String> faults = new ArrayList<>();
        for (SnapshotComponent component : snapshot.components()) {
            if (snapshot.componentGroup().isEmpty()) {
                addFaultsInApplication(component, snapshot, cluster, faults);
            } else {
                addFaultsInGroup(component, snapshot, cluster, faults);
            }
        }
        return faults.isEmpty()
                ? snapshot
                : SnapshotConditions.with(
                        snapshot, SnapshotConditions.INTEGRATION, "False", "Invalid", String.join("\n", faults), now);
    }

    // Any Component of that name in the namespace will do, also one of another application.
    private static void addFaultsInApplication(
            SnapshotComponent component, Snapshot snapshot, Resources cluster, List<String> faults) {
        if (cluster.find(Component.class, snapshot.namespace(), component.name())
                .isEmpty()) {
            faults.add("snapshotComponent " + component.name() + " defined in snapshot " + snapshot.name()
                    + " doesn't exist under application " + snapshot.namespace() + "/" + snapshot.application());
        }
        Optional<String> digest = ImageDigest.fault(component.containerImage());
        digest.ifPresent(faults::add);
        // Upstream reports a bad digest once more where the source is missing, and never the missing source.
        if (!hasSource(component)) {
            digest.ifPresent(faults::add);
        }
    }

    private static void addFaultsInGroup(
            SnapshotComponent component, Snapshot snapshot, Resources cluster, List<String> faults) {
        String version = component.version().orElse("");
        boolean member = cluster.find(ComponentGroup.class, snapshot.namespace(), snapshot.componentGroup()).stream()
                .flatMap(group -> group.components().stream())
                .anyMatch(other -> other.name().equals(component.name())
                        && other.versionName().orElse("").equals(version));
        if (!member) {
            faults.add("snapshotComponent " + component.name() + " (version " + version + ") defined in snapshot "
                    + snapshot.name() + " doesn't exist in componentGroup " + snapshot.namespace() + "/"
                    + snapshot.componentGroup());
        }
        ImageDigest.fault(component.containerImage()).ifPresent(faults::add);
        if (!hasSource(component)) {
            faults.add("snapshotComponent " + component.name() + "/" + version
                    + " has no git url/revision fields defined");
        }
    }

    private static boolean hasSource(SnapshotComponent component) {
        return component.sourceUrl().filter(url -> !url.isEmpty()).isPresent()
                && component
                        .sourceRevision()
                        .filter(revision -> !revision.isEmpty())
                        .isPresent();
    }
}
