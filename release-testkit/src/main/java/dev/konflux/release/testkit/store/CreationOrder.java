package dev.konflux.release.testkit.store;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The Releases of each plan in the order they were created, so that the one before another is found without a look at all of them. */
final class CreationOrder {

    private static final Comparator<Created> NEWEST_FIRST =
            Comparator.comparing(Created::at).reversed().thenComparing(Created::release);

    private final Map<ObjectKey, NavigableSet<Created>> releases = new HashMap<>();

    private record Created(Instant at, ObjectKey release) {}

    /** The newest wanted Release of a plan that is not younger than a time; of those of one moment the first by name. */
    Optional<ObjectKey> newest(ObjectKey plan, Instant notAfter, Predicate<ObjectKey> wanted) {
        SortedSet<Created> all = releases.get(plan);
        return all == null
                ? Optional.empty()
                : all.tailSet(new Created(notAfter, new ObjectKey("", "", ""))).stream()
                        .map(Created::release)
                        .filter(wanted)
                        .findFirst();
    }

    void change(ObjectKey key, Optional<DataObject> before, Optional<DataObject> after) {
        if (!key.kind().equals("Release")
                || (before.isPresent() && after.isPresent() && isSame(before.get(), after.get()))) {
            return;
        }
        before.ifPresent(old -> remove(planOf(key, old), created(key, old)));
        after.ifPresent(now -> releases.computeIfAbsent(planOf(key, now), unused -> new TreeSet<>(NEWEST_FIRST))
                .add(created(key, now)));
    }

    private static boolean isSame(DataObject before, DataObject after) {
        return before.find("spec").equals(after.find("spec"))
                && before.find("metadata", "creationTimestamp").equals(after.find("metadata", "creationTimestamp"));
    }

    private static ObjectKey planOf(ObjectKey key, DataObject release) {
        return new ObjectKey(
                "ReleasePlan",
                key.namespace(),
                release.findText("spec", "releasePlan").orElse(""));
    }

    private static Created created(ObjectKey key, DataObject release) {
        return new Created(timeOf(release), key);
    }

    /** When a Release was created; one that does not say counts as the oldest. */
    static Instant timeOf(DataObject release) {
        return Release.of(release).creationTimestamp().orElse(Instant.EPOCH);
    }

    private void remove(ObjectKey plan, Created created) {
        NavigableSet<Created> all = releases.get(plan);
        if (all != null) {
            all.remove(created);
            if (all.isEmpty()) {
                releases.remove(plan);
            }
        }
    }
}
