package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.TaskRun;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.WatchEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down how runs and their tasks go, also those that are gone. */
final class RunStories {

    private final InstantSource clock;
    private final TaskLogs logs;
    private final Map<String, RunStory> stories = new LinkedHashMap<>();
    private final Map<String, ImmutableList.Builder<String>> runsOfReleases = new LinkedHashMap<>();

    RunStories(InstantSource clock, TaskLogs logs) {
        this.clock = clock;
        this.logs = logs;
    }

    List<RunStory> of(String release) {
        ImmutableList.Builder<String> runs = runsOfReleases.get(release);
        return runs == null
                ? ImmutableList.of()
                : runs.build().stream().map(stories::get).toList();
    }

    /** Takes in a run that was created or changed. */
    void run(WatchEvent event) {
        PipelineRun run = PipelineRun.of(event.object());
        Optional<Phase> phase = run.pipelineType().flatMap(Phase::ofRunType);
        if (phase.isEmpty() || run.release().isEmpty()) {
            return;
        }
        if (!stories.containsKey(run.reference())) {
            runsOfReleases
                    .computeIfAbsent(run.release().get(), unused -> ImmutableList.builder())
                    .add(run.reference());
        }
        stories.put(run.reference(), story(run, phase.get()));
    }

    private RunStory story(PipelineRun run, Phase phase) {
        Optional<RunStory> before = Optional.ofNullable(stories.get(run.reference()));
        Optional<Condition> succeeded = run.succeeded();
        return new RunStory(
                run.reference(),
                phase,
                before.map(RunStory::from).orElseGet(clock::instant),
                run.completionTime(),
                succeeded.filter(Condition::isTrue).isPresent(),
                succeeded.map(Condition::reason).orElse(""),
                before.map(RunStory::tasks).orElse(ImmutableList.of()));
    }

    /** Takes in a task that ended. */
    void task(WatchEvent event) {
        TaskRun task = TaskRun.of(event.object());
        Optional<Instant> end = task.completionTime();
        RunStory run = stories.get(task.namespace() + "/" + task.pipelineRun().orElse(""));
        if (run == null || end.isEmpty() || event.type() == WatchEvent.Type.DELETED) {
            return;
        }
        List<TaskStory> tasks = ImmutableList.<TaskStory>builder()
                .addAll(run.tasks())
                .add(story(task, run, end.get()))
                .build();
        stories.put(
                run.reference(),
                new RunStory(run.reference(), run.phase(), run.from(), run.to(), run.succeeded(), run.reason(), tasks));
    }

    private TaskStory story(TaskRun task, RunStory run, Instant end) {
        Optional<Condition> succeeded = task.succeeded();
        return new TaskStory(
                task.pipelineTask().orElse(task.name()),
                succeeded.filter(Condition::isTrue).isPresent(),
                task.startTime().orElse(run.from()),
                end,
                succeeded.map(Condition::reason).orElse(""),
                succeeded.map(Condition::message).orElse(""),
                logs.of(ObjectKey.of(task.document())));
    }
}
