package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import dev.konflux.release.policy.PolicyEvaluationException;
import dev.konflux.release.policy.RuleEvaluationException;
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
 * by side, and once one failed no other starts.
 */
final class GraphRun {

    private final RunInput input;
    private final ReleaseWorld world;
    private final Function<String, Optional<TaskResult>> given;
    private final TaskResults results = new TaskResults();
    private final Set<String> over = new HashSet<>();
    private final List<PipelineTask> waiting;
    private final PriorityQueue<Ending> running =
            new PriorityQueue<>(Comparator.comparing(Ending::at).thenComparingInt(Ending::number));
    private final List<TaskResult> ended = new ArrayList<>();
    private int skipped;
    private int started;

    private record Ending(Duration at, int number, TaskResult result) {}

    /** @param given how a task ends in the place of its work, by its name */
    GraphRun(TaskGraph graph, RunInput input, ReleaseWorld world, Function<String, Optional<TaskResult>> given) {
        this.input = input;
        this.world = world;
        this.given = given;
        this.waiting = new ArrayList<>(graph.tasks());
    }

    /** Does the work of all tasks that start before the limit. */
    PipelineResult result(Instant start, Optional<Duration> limit) {
        Duration now = Duration.ZERO;
        boolean failed = false;
        startReady(start, now);
        while (!running.isEmpty()) {
            Ending next = running.remove();
            now = next.at();
            ended.add(next.result());
            over.add(next.result().name());
            failed |= !next.result().succeeded();
            if (!failed && !isPast(now, limit)) {
                startReady(start, now);
            }
        }
        return ending(failed, now);
    }

    private static boolean isPast(Duration now, Optional<Duration> limit) {
        return limit.filter(end -> now.compareTo(end) >= 0).isPresent();
    }

    private void startReady(Instant start, Duration now) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (PipelineTask task : ImmutableList.copyOf(waiting)) {
                if (over.containsAll(task.after())) {
                    waiting.remove(task);
                    moved |= begin(task, start, now);
                }
            }
        }
    }

    /** Starts or skips a task; true when others may be ready because it was skipped. */
    private boolean begin(PipelineTask task, Instant start, Duration now) {
        if (!task.when().holds(results)) {
            over.add(task.name());
            skipped++;
            return true;
        }
        Duration end = now.plus(task.usually());
        TaskResult result = work(task, start.plus(now)).during(now, end);
        running.add(new Ending(end, started++, result));
        return false;
    }

    private TaskResult work(PipelineTask task, Instant now) {
        Optional<TaskResult> end = given.apply(task.name());
        if (end.isPresent()) {
            return end.get().logging(List.of(end.get().message()));
        }
        TaskDesk desk = new TaskDesk(task, input, world, now, results);
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

    private PipelineResult ending(boolean failed, Duration end) {
        long failures = ended.stream().filter(task -> !task.succeeded()).count();
        String counts = "Tasks Completed: " + ended.size() + " (Failed: " + failures + ", Cancelled 0), Skipped: "
                + (skipped + waiting.size());
        PipelineResult result = failed ? PipelineResult.fail(counts) : PipelineResult.succeed(counts);
        return result.taking(end).withTasks(ended).writing(results.status());
    }
}
