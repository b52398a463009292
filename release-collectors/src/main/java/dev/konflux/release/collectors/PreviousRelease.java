package dev.konflux.release.collectors;

import dev.konflux.release.model.Release;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Which Release collectors compare with. Upstream's choice: of the same plan and namespace, not failed (one that still runs counts), with
 * another Snapshot, not newer than the Release being made; of these the newest. {@link #succeeded} and {@link #named} are for those who do
 * not want that one; whichever is chosen is handed over in the {@link CollectorContext}.
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

    /** The newest Release before the given one that succeeded, which is what upstream's user guide promises; empty when there is none. */
    public static Optional<Release> succeeded(Release release, Iterable<Release> all) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(other -> precedes(other, release) && other.isReleased())
                .max(BY_AGE);
    }

    /**
     * The Release of that name in the namespace of the given one, however it ended.
     *
     * @throws CollectorFailure when there is none
     */
    public static Release named(String name, Release release, Iterable<Release> all) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(other -> other.namespace().equals(release.namespace())
                        && other.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        CollectorFailure.of("no release " + release.namespace() + "/" + name + " to compare with"));
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
