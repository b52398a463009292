package dev.konflux.release.testkit;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.WatchEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what happens to releases, also to those that are gone. */
final class TimelineRecorder {

    private final InstantSource clock;
    private final RunStories runs;
    private final Map<String, List<Timeline.Entry>> entries = new LinkedHashMap<>();

    TimelineRecorder(InstantSource clock, TaskLogs logs) {
        this.clock = clock;
        this.runs = new RunStories(clock, logs);
    }

    Timeline of(Release release) {
        return of(release.reference());
    }

    private Timeline of(String release) {
        return new Timeline(release, entries.getOrDefault(release, List.of()), runs.of(release));
    }

    List<Timeline> all() {
        return entries.keySet().stream().map(this::of).toList();
    }

    void watch(WatchEvent event) {
        switch (event.kind()) {
            case "Release" -> release(event);
            case "PipelineRun" -> {
                run(event);
                runs.run(event);
            }
            case "TaskRun" -> runs.task(event);
            default -> {}
        }
    }

    private void note(String release, String subject, String what) {
        entries.computeIfAbsent(release, unused -> new ArrayList<>())
                .add(new Timeline.Entry(clock.instant(), subject, what));
    }

    private void release(WatchEvent event) {
        Release release = Release.of(event.object());
        String reference = release.reference();
        switch (event.type()) {
            case ADDED ->
                note(
                        reference,
                        "Release",
                        "created: snapshot " + release.snapshot() + ", plan " + release.releasePlan());
            case DELETED -> note(reference, "Release", "deleted");
            case MODIFIED -> {
                Release old = Release.of(event.oldObject().orElse(DataObject.empty()));
                if (release.deletionTimestamp().isPresent()
                        && old.deletionTimestamp().isEmpty()) {
                    note(reference, "Release", "marked for deletion");
                }
                release.conditions().forEach(condition -> condition(reference, old, condition));
            }
        }
    }

    private void condition(String reference, Release old, Condition condition) {
        Optional<Condition> before = old.findCondition(condition.type());
        boolean same = before.filter(earlier -> earlier.status().equals(condition.status())
                        && earlier.reason().equals(condition.reason())
                        && earlier.message().equals(condition.message()))
                .isPresent();
        if (!same) {
            String message = condition.message().isEmpty() ? "" : ": " + condition.message();
            note(reference, condition.type(), condition.reason() + message);
        }
    }

    private void run(WatchEvent event) {
        PipelineRun run = PipelineRun.of(event.object());
        run.release().ifPresent(reference -> run(reference, run, event));
    }

    private void run(String release, PipelineRun run, WatchEvent event) {
        String subject = "run " + run.reference();
        switch (event.type()) {
            case ADDED -> note(release, subject, "created");
            case DELETED -> note(release, subject, "deleted");
            case MODIFIED -> {
                String reason = reason(event.object());
                if (!reason.equals(
                        event.oldObject().map(TimelineRecorder::reason).orElse(""))) {
                    note(release, subject, reason);
                }
            }
        }
    }

    private static String reason(DataObject run) {
        return PipelineRun.of(run).succeeded().map(Condition::reason).orElse("");
    }
}
