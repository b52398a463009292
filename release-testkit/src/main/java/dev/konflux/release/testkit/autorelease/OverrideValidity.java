package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.OverrideFaults;
import java.time.Instant;
import java.util.List;

/** Whether the service takes a Snapshot that somebody wrote to override the built ones. */
final class OverrideValidity {

    private OverrideValidity() {}

    /** The Snapshot, marked as invalid if it is an override with faults. */
    static Snapshot checked(Snapshot snapshot, Resources cluster, Instant now) {
        List<String> faults = snapshot.isInvalid() ? List.of() : OverrideFaults.of(snapshot, cluster);
        return faults.isEmpty()
                ? snapshot
                : SnapshotConditions.with(
                        snapshot, SnapshotConditions.INTEGRATION, "False", "Invalid", String.join("\n", faults), now);
    }
}
