package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one task of a run ended.
 *
 * @param reason Tekton's word, {@code Succeeded} or {@code Failed} for instance
 * @param step the step that ended it, if it is known
 * @param span when it ran, counted from the start of the run; empty when it took the whole run
 * @param log what it wrote, a line each
 */
public record TaskResult(
        String name,
        boolean succeeded,
        String reason,
        String message,
        Optional<Step> step,
        Optional<Span> span,
        List<String> log) {

    /** Keeps its own copy of the log. */
    public TaskResult {
        log = ImmutableList.copyOf(log);
    }

    /**
     * How a step ended.
     *
     * @param reason Kubernetes' word, {@code Completed}, {@code Error} or {@code OOMKilled} for instance
     */
    public record Step(String name, int exitCode, String reason) {}

    /** From when to when a task ran, counted from the start of the run. */
    public record Span(Duration from, Duration to) {}

    /** A task that did its work. */
    public static TaskResult success(String name) {
        return ended(name, true, "Succeeded", "", Optional.empty());
    }

    /** A task that failed. */
    public static TaskResult failure(String name, String message) {
        return ended(name, false, "Failed", message, Optional.of(new Step("work", 1, "Error")));
    }

    /** A task one step of which needed more memory than it was given. */
    public static TaskResult outOfMemory(String name, String step) {
        String message = "\"step-" + step + "\" exited with code 137: OOMKilled";
        return ended(name, false, "Failed", message, Optional.of(new Step(step, 137, "OOMKilled")));
    }

    /** A task that took too long. */
    public static TaskResult timeout(String name) {
        return ended(
                name, false, "TaskRunTimeout", "TaskRun \"" + name + "\" failed to finish in time", Optional.empty());
    }

    private static TaskResult ended(
            String name, boolean succeeded, String reason, String message, Optional<Step> step) {
        return new TaskResult(name, succeeded, reason, message, step, Optional.empty(), ImmutableList.of());
    }

    /** The same end of a task that ran from then to then, counted from the start of the run. */
    public TaskResult during(Duration from, Duration to) {
        return new TaskResult(name, succeeded, reason, message, step, Optional.of(new Span(from, to)), log);
    }

    /** The same end of a task that wrote this. */
    public TaskResult logging(List<String> lines) {
        return new TaskResult(name, succeeded, reason, message, step, span, lines);
    }
}
