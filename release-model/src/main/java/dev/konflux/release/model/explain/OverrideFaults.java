package dev.konflux.release.model.explain;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the integration service finds wrong with a Snapshot that somebody wrote to override the built ones, in its words. */
public final class OverrideFaults {

    private OverrideFaults() {}

    /** The faults in the order of its components; none for any other Snapshot. */
    public static List<String> of(Snapshot snapshot, Resources cluster) {
        return of(snapshot, component -> isKnown(component, snapshot, cluster));
    }

    static List<String> of(Snapshot snapshot, Predicate<SnapshotComponent> known) {
        List<String> faults = new ArrayList<>();
        if (snapshot.type().equals("override")) {
            for (SnapshotComponent component : snapshot.components()) {
                add(component, snapshot, known.test(component), faults);
            }
        }
        return faults;
    }

    static boolean isKnown(SnapshotComponent component, Snapshot snapshot, Resources cluster) {
        // Any Component of that name in the namespace will do, also one of another application.
        return snapshot.componentGroup().isEmpty()
                ? cluster.find(Component.class, snapshot.namespace(), component.name())
                        .isPresent()
                : cluster.find(ComponentGroup.class, snapshot.namespace(), snapshot.componentGroup()).stream()
                        .flatMap(group -> group.components().stream())
                        .anyMatch(member -> member.name().equals(component.name())
                                && member.versionName().orElse("").equals(version(component)));
    }

    private static void add(SnapshotComponent component, Snapshot snapshot, boolean known, List<String> faults) {
        boolean ofGroup = !snapshot.componentGroup().isEmpty();
        if (!known) {
            faults.add(ofGroup ? notInGroup(component, snapshot) : notInApplication(component, snapshot));
        }
        Optional<String> digest = ImageDigest.findFault(component.containerImage());
        digest.ifPresent(faults::add);
        if (hasSource(component)) {
            return;
        }
        if (ofGroup) {
            faults.add("snapshotComponent " + component.name() + "/" + version(component)
                    + " has no git url/revision fields defined");
        } else {
            // Upstream reports a bad digest once more where the source is missing, and never the missing source.
            digest.ifPresent(faults::add);
        }
    }

    private static String notInApplication(SnapshotComponent component, Snapshot snapshot) {
        return "snapshotComponent " + component.name() + " defined in snapshot " + snapshot.name()
                + " doesn't exist under application " + snapshot.namespace() + "/" + snapshot.application();
    }

    private static String notInGroup(SnapshotComponent component, Snapshot snapshot) {
        return "snapshotComponent " + component.name() + " (version " + version(component) + ") defined in snapshot "
                + snapshot.name() + " doesn't exist in componentGroup " + snapshot.namespace() + "/"
                + snapshot.componentGroup();
    }

    private static boolean hasSource(SnapshotComponent component) {
        return component.sourceUrl().filter(url -> !url.isEmpty()).isPresent()
                && component
                        .sourceRevision()
                        .filter(revision -> !revision.isEmpty())
                        .isPresent();
    }

    private static String version(SnapshotComponent component) {
        return component.version().orElse("");
    }
}
