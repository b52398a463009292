package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Snapshot;
import dev.konflux.release.testkit.store.WatchEvent;
import java.util.Optional;
import java.util.stream.Stream;

/** Which changes of Snapshots wake the integration service. */
public final class SnapshotWatches {

    private SnapshotWatches() {}

    /** Whether the Snapshot is to be looked at. */
    public static boolean isWoken(WatchEvent event) {
        if (!concerns(event)) {
            return false;
        }
        Snapshot after = Snapshot.of(event.object());
        return switch (event.type()) {
            case ADDED -> true;
            case DELETED -> false;
            case MODIFIED -> {
                Snapshot before = Snapshot.of(event.oldObject().orElse(event.object()));
                yield isFinishedSince(before, after)
                        || isNew(before.findLabel(TestRerun.LABEL), after.findLabel(TestRerun.LABEL))
                        || areResultsNew(before, after);
            }
        };
    }

    /** Whether the Snapshot is to be judged: its test results are new. */
    static boolean isToBeJudged(WatchEvent event) {
        if (!concerns(event)) {
            return false;
        }
        Snapshot after = Snapshot.of(event.object());
        return switch (event.type()) {
            case ADDED ->
                !after.isTested()
                        && after.findAnnotation(TestStatuses.ANNOTATION).isPresent();
            case DELETED -> false;
            case MODIFIED -> areResultsNew(Snapshot.of(event.oldObject().orElse(event.object())), after);
        };
    }

    private static boolean concerns(WatchEvent event) {
        return event.kind().equals("Snapshot") && !Snapshot.of(event.object()).isRestored();
    }

    private static boolean isFinishedSince(Snapshot before, Snapshot after) {
        return !before.isTested() && after.isTested();
    }

    private static boolean areResultsNew(Snapshot before, Snapshot after) {
        return Stream.of(TestStatuses.ANNOTATION, GroupSnapshot.STATUS)
                .anyMatch(key -> isNew(before.findAnnotation(key), after.findAnnotation(key)));
    }

    // What was taken away wakes nobody.
    private static boolean isNew(Optional<String> before, Optional<String> after) {
        return after.isPresent() && !after.equals(before);
    }
}
