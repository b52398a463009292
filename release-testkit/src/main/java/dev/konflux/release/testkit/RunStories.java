package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.TaskRun;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Writes down how runs of releases and their tasks go. */
final class RunStories {

    private final InstantSource clock;
    private final TaskLogs logs;
    private final ReleaseStories stories;

    RunStories(InstantSource clock, TaskLogs logs, ReleaseStories stories) {
        this.clock = clock;
        this.logs = logs;
        this.stories = stories;
    }

    /** Takes in a run that was created or changed. */
    void run(String release, PipelineRun run) {
        run.pipelineType().flatMap(Phase::ofRunType).ifPresent(phase -> stories.put(release, story(run, phase)));
    }

    private RunStory story(PipelineRun run, Phase phase) {
        RunStory before = stories.run(run.reference());
        Optional<Condition> succeeded = run.succeeded();
        return new RunStory(
                run.reference(),
                phase,
                before == null ? clock.instant() : before.from(),
                run.completionTime(),
                succeeded.filter(Condition::isTrue).isPresent(),
                succeeded.map(Condition::reason).orElse(""),
                before == null ? ImmutableList.of() : before.tasks());
    }

    /** Takes in a task that was changed, which happens when it ends. */
    void task(TaskRun task) {
        List<String> log = logs.take(ObjectKey.of(task.document()));
        RunStory run = stories.run(task.namespace() + "/" + task.pipelineRun().orElse(""));
        Optional<Instant> end = task.completionTime();
        if (run != null && end.isPresent()) {
            stories.update(run.with(story(task, run, end.get(), log)));
        }
    }

    private static TaskStory story(TaskRun task, RunStory run, Instant end, List<String> log) {
        Optional<Condition> succeeded = task.succeeded();
        return new TaskStory(
                task.pipelineTask().orElse(task.name()),
                succeeded.filter(Condition::isTrue).isPresent(),
                task.startTime().orElse(run.from()),
                end,
                succeeded.map(Condition::reason).orElse(""),
                succeeded.map(Condition::message).orElse(""),
                log);
    }
}
