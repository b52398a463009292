package dev.konflux.release.testkit;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.testkit.store.WatchEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what happens to Snapshots, and why they are not released. */
final class SnapshotRecorder {

    private final InstantSource clock;
    private final Map<String, List<Timeline.Entry>> entries = new HashMap<>();

    SnapshotRecorder(InstantSource clock) {
        this.clock = clock;
    }

    SnapshotStory of(Snapshot snapshot) {
        return new SnapshotStory(snapshot.reference(), entries.getOrDefault(snapshot.reference(), List.of()));
    }

    void watch(WatchEvent event) {
        switch (event.kind()) {
            case "Snapshot" -> snapshot(event);
            case "Release" -> release(event);
            default -> {}
        }
    }

    private void note(String snapshot, String subject, String what) {
        entries.computeIfAbsent(snapshot, unused -> new ArrayList<>())
                .add(new Timeline.Entry(clock.instant(), subject, what));
    }

    private void snapshot(WatchEvent event) {
        Snapshot after = Snapshot.of(event.object());
        switch (event.type()) {
            case ADDED -> {
                note(after.reference(), "Snapshot", "created");
                gate(List.of(), after);
            }
            case DELETED -> note(after.reference(), "Snapshot", "deleted");
            case MODIFIED -> {
                Snapshot before = Snapshot.of(event.oldObject().orElse(event.object()));
                after.conditions().forEach(condition -> condition(before, after, condition));
                gate(PromotionGate.of(before).reasons(), after);
            }
        }
    }

    private void condition(Snapshot before, Snapshot after, Condition condition) {
        boolean same = before.findCondition(condition.type())
                .filter(old -> old.data().equals(condition.data()))
                .isPresent();
        if (!same) {
            note(after.reference(), condition.type(), condition.reason() + ": " + condition.message());
        }
    }

    private void gate(List<String> before, Snapshot after) {
        List<String> reasons = PromotionGate.of(after).reasons();
        if (!reasons.isEmpty() && !reasons.equals(before)) {
            note(after.reference(), "not released", String.join(", ", reasons));
        }
    }

    private void release(WatchEvent event) {
        if (event.type() == WatchEvent.Type.ADDED) {
            Release release = Release.of(event.object());
            note(
                    release.namespace() + "/" + release.snapshot(),
                    "Release",
                    release.name() + " created, plan " + release.releasePlan());
        }
    }
}
