package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.policy.PolicyEvaluationException;
import dev.konflux.release.policy.RuleEvaluationException;
import dev.konflux.release.testkit.PipelineProgress;
import dev.konflux.release.testkit.PipelineResult;
import dev.konflux.release.testkit.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * One run of a graph, as Tekton runs it: a task starts as soon as those it waits for are over, tasks that wait for nothing of each other run side
 * by side, and once one failed no other starts. A task does its work when it starts.
 */
final class GraphRun implements PipelineProgress {

    private final RunInput input;
    private final ReleaseWorld world;
    private final Instant startedAt;
    private final Optional<Duration> limit;
    private final Function<String, Optional<TaskResult>> given;
    private final TaskResults results = new TaskResults();
    private final Set<String> over = new HashSet<>();
    private final List<PipelineTask> waiting;
    private final PriorityQueue<Ending> running =
            new PriorityQueue<>(Comparator.comparing(Ending::at).thenComparingInt(Ending::number));
    private final List<TaskResult> ended = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private boolean failed;
    private int skipped;
    private int started;

    private record Ending(Duration at, int number, TaskResult result) {}

    /**
     * Begins a run with the tasks that wait for nothing.
     *
     * @param limit no task starts after it
     * @param given how a task ends in the place of its work, by its name
     */
    GraphRun(
            TaskGraph graph,
            RunInput input,
            ReleaseWorld world,
            Instant startedAt,
            Optional<Duration> limit,
            Function<String, Optional<TaskResult>> given) {
        this.input = input;
        this.world = world;
        this.startedAt = startedAt;
        this.limit = limit;
        this.given = given;
        this.waiting = new ArrayList<>(graph.tasks());
        startReady();
    }

    @Override
    public Optional<Duration> nextEnd() {
        return Optional.ofNullable(running.peek()).map(Ending::at);
    }

    @Override
    public TaskResult endTask() {
        Ending next = running.remove();
        TaskResult result = next.result();
        now = next.at();
        ended.add(result);
        over.add(result.name());
        failed |= !result.succeeded();
        if (!failed && !isPast(limit)) {
            startReady();
        }
        return result;
    }

    /** Lets all tasks end, one after the other. */
    PipelineResult finished() {
        while (nextEnd().isPresent()) {
            endTask();
        }
        return end();
    }

    private boolean isPast(Optional<Duration> time) {
        return time.filter(end -> now.compareTo(end) >= 0).isPresent();
    }

    private void startReady() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (PipelineTask task : ImmutableList.copyOf(waiting)) {
                if (over.containsAll(task.after())) {
                    waiting.remove(task);
                    moved |= begin(task);
                }
            }
        }
    }

    /** Starts or skips a task; true when others may be ready because it was skipped. */
    private boolean begin(PipelineTask task) {
        if (!task.when().holds(results)) {
            over.add(task.name());
            skipped++;
            return true;
        }
        Duration end = now.plus(task.usually());
        TaskResult result = work(task).during(now, end);
        running.add(new Ending(end, started++, result));
        return false;
    }

    private TaskResult work(PipelineTask task) {
        Optional<TaskResult> end = given.apply(task.name());
        if (end.isPresent()) {
            return end.get().logging(List.of(end.get().message()));
        }
        TaskDesk desk = new TaskDesk(task, input, world, startedAt.plus(now), results);
        try {
            results.hand(task.name(), task.work().run(desk));
            return TaskResult.success(task.name()).logging(desk.logged());
        } catch (TaskFailure
                | ReleaseDataException
                | PolicyEvaluationException
                | RuleEvaluationException
                | CollectorFailure e) {
            String message = String.valueOf(e.getMessage());
            desk.log(message);
            return TaskResult.failure(task.name(), firstLine(message)).logging(desk.logged());
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    @Override
    public PipelineResult end() {
        long failures = ended.stream().filter(task -> !task.succeeded()).count();
        String counts = "Tasks Completed: " + ended.size() + " (Failed: " + failures + ", Cancelled 0), Skipped: "
                + (skipped + waiting.size());
        PipelineResult result = failed ? PipelineResult.fail(counts) : PipelineResult.succeed(counts);
        return result.taking(now).withTasks(ended).writing(results.status());
    }
}
