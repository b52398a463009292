package dev.konflux.release.notes.rpm;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.notes.advisory.AdvisoryLink;
import java.util.List;
import java.util.Optional;

/**
 * A Snapshot without the components all of whose packages were released before.
 *
 * @param snapshot the Snapshot's spec with the remaining components, sorted by name, each with its packages as {@code rpmsToPublish}
 * @param unreleased the packages no advisory has
 * @param released the packages that are in advisories
 * @param link the newest advisory that has some of the packages, when none is left
 */
public record FilteredRpms(
        DataObject snapshot, List<TargetedRpm> unreleased, List<TargetedRpm> released, Optional<AdvisoryLink> link) {

    /** Keeps its own copies of the packages. */
    public FilteredRpms {
        unreleased = List.copyOf(unreleased);
        released = List.copyOf(released);
    }

    /** Whether there is nothing to release: no package at all, or none that is new. */
    public boolean skipsRelease() {
        return unreleased.isEmpty();
    }
}
