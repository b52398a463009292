package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.data.DataObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a run goes: how long it takes, how it ends, what its tasks did and what it leaves behind. Immutable. */
public final class PipelineResult {

    /** How long a run takes that does not say. */
    public static final Duration USUAL_DURATION = Duration.ofMinutes(5);

    private final Optional<Duration> duration;
    private final String reason;
    private final String message;
    private final List<TaskResult> tasks;
    private final Map<String, String> results;
    private final DataObject releaseStatus;

    private PipelineResult(
            Optional<Duration> duration,
            String reason,
            String message,
            List<TaskResult> tasks,
            Map<String, String> results,
            DataObject releaseStatus) {
        this.duration = duration;
        this.reason = reason;
        this.message = message;
        this.tasks = ImmutableList.copyOf(tasks);
        this.results = ImmutableMap.copyOf(results);
        this.releaseStatus = releaseStatus;
    }

    private static PipelineResult ending(String reason, String message, List<TaskResult> tasks) {
        return new PipelineResult(
                Optional.of(USUAL_DURATION), reason, message, tasks, ImmutableMap.of(), DataObject.empty());
    }

    /** The run succeeds. */
    public static PipelineResult succeed() {
        return succeed("Tasks Completed: 1 (Failed: 0, Cancelled 0), Skipped: 0");
    }

    /** The run succeeds and says this. */
    public static PipelineResult succeed(String message) {
        return ending("Succeeded", message, List.of());
    }

    /** The run fails and says this; what failed are its tasks. */
    public static PipelineResult fail(String message) {
        return ending("Failed", message, List.of());
    }

    /** The run fails at once because its pipeline cannot be had. */
    public static PipelineResult notFound(String message) {
        return ending("CouldntGetPipeline", message, List.of()).taking(Duration.ZERO);
    }

    /** The run fails because a task does. */
    public static PipelineResult failAt(String task, String message) {
        return failing(TaskResult.failure(task, message));
    }

    /** The run fails because a step of a task runs out of memory. */
    public static PipelineResult outOfMemory(String task, String step) {
        return failing(TaskResult.outOfMemory(task, step));
    }

    /** The run fails because a task takes too long. */
    public static PipelineResult taskTimeout(String task) {
        return failing(TaskResult.timeout(task));
    }

    private static PipelineResult failing(TaskResult task) {
        return ending("Failed", "Tasks Completed: 1 (Failed: 1, Cancelled 0), Skipped: 0", List.of(task));
    }

    /** The run as a whole takes too long. */
    public static PipelineResult timeOutAfter(Duration duration) {
        return ending("PipelineRunTimeout", "PipelineRun failed to finish in time", List.of())
                .taking(duration);
    }

    /** The run never ends, whatever its time limit says. */
    public static PipelineResult hang() {
        return new PipelineResult(
                Optional.empty(), "Running", "Tasks Completed: 0", List.of(), ImmutableMap.of(), DataObject.empty());
    }

    static PipelineResult cancelled(String run) {
        return ending("Cancelled", "PipelineRun \"" + run + "\" was cancelled", List.of());
    }

    /** The same end after another time. A run that takes longer than its own limit ends at the limit instead. */
    public PipelineResult taking(Duration time) {
        return new PipelineResult(Optional.of(time), reason, message, tasks, results, releaseStatus);
    }

    /** The same run with these tasks. */
    public PipelineResult withTasks(List<TaskResult> done) {
        return new PipelineResult(duration, reason, message, done, results, releaseStatus);
    }

    /** The same run with one more result. */
    public PipelineResult withResult(String name, String value) {
        Map<String, String> more = ImmutableMap.<String, String>builder()
                .putAll(results)
                .put(name, value)
                .buildKeepingLast();
        return new PipelineResult(duration, reason, message, tasks, more, releaseStatus);
    }

    /** The same run; at its end its tasks merge this into the status of the release, {@code artifacts} or {@code collectors} for instance. */
    public PipelineResult writing(DataObject status) {
        return new PipelineResult(duration, reason, message, tasks, results, status);
    }

    /** How long the run takes; empty when it never ends. */
    public Optional<Duration> duration() {
        return duration;
    }

    /** Whether the run succeeds. */
    public boolean isSuccess() {
        return reason.equals("Succeeded");
    }

    /** Tekton's word for how the run ends. */
    public String reason() {
        return reason;
    }

    /** Tekton's sentence for how the run ends. */
    public String message() {
        return message;
    }

    /** What the tasks did, in their order. */
    public List<TaskResult> tasks() {
        return tasks;
    }

    /** The results of the run by name. */
    public Map<String, String> results() {
        return results;
    }

    /** What is merged into the status of the release. */
    public DataObject releaseStatus() {
        return releaseStatus;
    }
}
