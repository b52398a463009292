package dev.konflux.release.testkit;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.TaskRun;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.WatchEvent;
import java.time.InstantSource;
import java.util.List;

/** Writes down what happens to releases. */
final class TimelineRecorder {

    private static final String[] DELETION = {"metadata", "deletionTimestamp"};
    private static final String[] CONDITIONS = {"status", "conditions"};

    private final InstantSource clock;
    private final ReleaseStories stories;
    private final RunStories runs;

    /**
     * @param most of how many releases the stories are kept
     */
    TimelineRecorder(InstantSource clock, TaskLogs logs, int most) {
        this.clock = clock;
        this.stories = new ReleaseStories(most);
        this.runs = new RunStories(clock, logs, stories);
    }

    Timeline of(Release release) {
        return stories.of(release.reference());
    }

    List<Timeline> all() {
        return stories.all();
    }

    void watch(WatchEvent event) {
        switch (event.kind()) {
            case "Release" -> release(event);
            case "PipelineRun" -> {
                PipelineRun run = PipelineRun.of(event.object());
                run.release().ifPresent(release -> run(release, run, event));
            }
            case "TaskRun" -> {
                if (event.type() == WatchEvent.Type.MODIFIED) {
                    runs.task(TaskRun.of(event.object()));
                }
            }
            default -> {}
        }
    }

    private void note(String release, String subject, String what) {
        stories.note(release, clock.instant(), subject, what);
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
                DataObject old = event.oldObject().orElse(DataObject.empty());
                if (release.find(DELETION).isPresent() && old.find(DELETION).isEmpty()) {
                    note(reference, "Release", "marked for deletion");
                }
                conditions(reference, old.items(CONDITIONS), release.document().items(CONDITIONS));
            }
        }
    }

    private void conditions(String release, List<Data> before, List<Data> after) {
        for (int i = 0; i < after.size(); i++) {
            // conditions keep their places, so that most are seen at once to be the same
            boolean stays = i < before.size() && after.get(i).equals(before.get(i));
            if (!stays && after.get(i) instanceof DataObject changed) {
                condition(release, before, Condition.of(changed));
            }
        }
    }

    private void condition(String release, List<Data> before, Condition condition) {
        for (Data old : before) {
            if (old instanceof DataObject known && saysTheSame(Condition.of(known), condition)) {
                return;
            }
        }
        String message = condition.message();
        note(release, condition.type(), message.isEmpty() ? condition.reason() : condition.reason() + ": " + message);
    }

    private static boolean saysTheSame(Condition one, Condition other) {
        return one.type().equals(other.type())
                && one.status().equals(other.status())
                && one.reason().equals(other.reason())
                && one.message().equals(other.message());
    }

    private void run(String release, PipelineRun run, WatchEvent event) {
        String subject = "run " + run.reference();
        switch (event.type()) {
            case ADDED -> {
                note(release, subject, "created");
                runs.run(release, run);
            }
            case DELETED -> note(release, subject, "deleted");
            case MODIFIED -> {
                PipelineRun old = PipelineRun.of(event.oldObject().orElse(DataObject.empty()));
                if (!run.status().equals(old.status())) {
                    runs.run(release, run);
                }
                if (!reason(run).equals(reason(old))) {
                    note(release, subject, reason(run));
                }
            }
        }
    }

    private static String reason(PipelineRun run) {
        return run.succeeded().map(Condition::reason).orElse("");
    }
}
