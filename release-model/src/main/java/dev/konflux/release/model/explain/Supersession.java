package dev.konflux.release.model.explain;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a newer Snapshot of the same component is released instead. */
public final class Supersession {

    private static final String START = "test.appstudio.openshift.io/pipelinerunstarttime";
    static final String IGNORE = "test.appstudio.openshift.io/ignore-supersession";
    private static final Set<String> TRUE_WORDS = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final String COMPONENT_GROUP = "appstudio.openshift.io/component-group";
    private static final long LARGEST_SECONDS = 10_000_000_000L;

    private Supersession() {}

    /** The first of the siblings that was built from a later push of the same component, unless the Snapshot ignores that. */
    public static Optional<Snapshot> findNewer(Snapshot snapshot, List<Snapshot> siblings) {
        return isIgnoredBy(snapshot)
                ? Optional.empty()
                : findNewerOf(
                        snapshot, siblings.stream().filter(PushEvent::isPush).toList());
    }

    /** Whether the Snapshot says that newer ones do not take its place. */
    public static boolean isIgnoredBy(Snapshot snapshot) {
        return snapshot.findAnnotation(IGNORE).filter(TRUE_WORDS::contains).isPresent();
    }

    private static Optional<Snapshot> findNewerOf(Snapshot snapshot, List<Snapshot> siblings) {
        String component = snapshot.findLabel(MetadataKeys.COMPONENT).orElse("");
        Optional<String> ownerKey = Stream.of(MetadataKeys.APPLICATION, COMPONENT_GROUP)
                .filter(key -> !snapshot.findLabel(key).orElse("").isEmpty())
                .findFirst();
        OptionalLong start = start(snapshot);
        if (component.isEmpty() || start.isEmpty() || ownerKey.isEmpty()) {
            return Optional.empty();
        }
        return siblings.stream()
                .filter(other -> other.namespace().equals(snapshot.namespace()))
                .filter(other -> !other.name().equals(snapshot.name()))
                .filter(other -> other.type().equals("component"))
                .filter(other -> hasSame(MetadataKeys.COMPONENT, other, snapshot))
                .filter(other -> hasSame(ownerKey.get(), other, snapshot))
                .filter(other -> start(other).orElse(Long.MIN_VALUE) > start.getAsLong())
                .findFirst();
    }

    private static boolean hasSame(String label, Snapshot other, Snapshot snapshot) {
        return other.findLabel(label).equals(snapshot.findLabel(label));
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
