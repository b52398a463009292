package dev.konflux.release.model.explain;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Whether a newer Snapshot of the same component is released instead. */
final class Supersession {

    private static final String START = "test.appstudio.openshift.io/pipelinerunstarttime";
    private static final String IGNORE = "test.appstudio.openshift.io/ignore-supersession";
    private static final Set<String> TRUE_WORDS = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final long LARGEST_SECONDS = 10_000_000_000L;

    private Supersession() {}

    static Circumstance of(Snapshot snapshot, List<Snapshot> siblings) {
        String condition = "no newer snapshot of its component exists";
        return newer(snapshot, siblings)
                .map(other -> Circumstance.fails(
                        condition,
                        "Released in newer Snapshot: " + other.reference(),
                        "release the newer one, or annotate this one with " + IGNORE + ": \"true\" in time"))
                .orElseGet(() -> Circumstance.holds(condition, ""));
    }

    private static Optional<Snapshot> newer(Snapshot snapshot, List<Snapshot> siblings) {
        String component = snapshot.findLabel(MetadataKeys.COMPONENT).orElse("");
        OptionalLong start = start(snapshot);
        boolean ignored =
                snapshot.findAnnotation(IGNORE).filter(TRUE_WORDS::contains).isPresent();
        if (ignored || component.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        return siblings.stream()
                .filter(other -> other.namespace().equals(snapshot.namespace()))
                .filter(other -> !other.name().equals(snapshot.name()))
                .filter(other -> other.type().equals("component") && SnapshotGate.isPush(other))
                .filter(other -> other.findLabel(MetadataKeys.COMPONENT)
                        .filter(component::equals)
                        .isPresent())
                .filter(other ->
                        other.findLabel(MetadataKeys.APPLICATION).equals(snapshot.findLabel(MetadataKeys.APPLICATION)))
                .filter(other -> start(other).orElse(Long.MIN_VALUE) > start.getAsLong())
                .findFirst();
    }

    // Small numbers are seconds, large ones milliseconds.
    private static OptionalLong start(Snapshot snapshot) {
        try {
            long written = Long.parseLong(snapshot.findAnnotation(START).orElse(""));
            return OptionalLong.of(written <= LARGEST_SECONDS ? written * 1000 : written);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
