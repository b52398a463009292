package dev.konflux.release.model.explain;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whether the integration service takes a Snapshot that people wrote; components count only where some are at hand. */
final class OverrideSnapshot {

    private OverrideSnapshot() {}

    static Circumstance of(Snapshot snapshot, Resources resources) {
        String condition = "it is a valid override, or none";
        boolean assumed = !areComponentsAtHand(snapshot, resources);
        Set<String> faults = new LinkedHashSet<>(OverrideFaults.of(
                snapshot, component -> assumed || OverrideFaults.isKnown(component, snapshot, resources)));
        return faults.isEmpty()
                ? Circumstance.holds(condition, "")
                : Circumstance.fails(condition, String.join("; ", faults), "make a new Snapshot without the fault");
    }

    private static boolean areComponentsAtHand(Snapshot snapshot, Resources resources) {
        return snapshot.componentGroup().isEmpty()
                ? resources.all(Component.class).stream()
                        .anyMatch(other -> other.namespace().equals(snapshot.namespace()))
                : resources
                        .find(ComponentGroup.class, snapshot.namespace(), snapshot.componentGroup())
                        .isPresent();
    }
}
