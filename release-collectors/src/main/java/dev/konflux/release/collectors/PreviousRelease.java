package dev.konflux.release.collectors;

import dev.konflux.release.model.Release;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Which Release collectors compare with. Upstream's choice: of the same plan and namespace, not failed (one that still runs counts), with
 * another Snapshot, not newer than the Release being made; of these the newest.
 */
public final class PreviousRelease {

    private static final Comparator<Release> BY_AGE = Comparator.comparing(
            (Release release) -> release.creationTimestamp().orElse(Instant.MIN));

    private PreviousRelease() {}

    /** The Release before the given one; empty when there is none. */
    public static Optional<Release> of(Release release, Iterable<Release> all) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(other -> precedes(other, release))
                .max(BY_AGE);
    }

    private static boolean precedes(Release other, Release release) {
        Instant created = release.creationTimestamp().orElse(Instant.MAX);
        return other.namespace().equals(release.namespace())
                && !other.name().equals(release.name())
                && other.releasePlan().equals(release.releasePlan())
                && !other.snapshot().equals(release.snapshot())
                && !other.isFailed()
                && !other.creationTimestamp().orElse(Instant.MIN).isAfter(created);
    }
}
