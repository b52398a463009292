package dev.konflux.release.testkit;

import java.util.Optional;

/**
 * How one task of a run ended.
 *
 * @param reason Tekton's word, {@code Succeeded} or {@code Failed} for instance
 * @param step the step that ended it, if it is known
 */
public record TaskResult(String name, boolean succeeded, String reason, String message, Optional<Step> step) {

    /**
     * How a step ended.
     *
     * @param reason Kubernetes' word, {@code Completed}, {@code Error} or {@code OOMKilled} for instance
     */
    public record Step(String name, int exitCode, String reason) {}

    /** A task that did its work. */
    public static TaskResult success(String name) {
        return new TaskResult(name, true, "Succeeded", "", Optional.empty());
    }

    /** A task that failed. */
    public static TaskResult failure(String name, String message) {
        return new TaskResult(name, false, "Failed", message, Optional.of(new Step("work", 1, "Error")));
    }

    /** A task one step of which needed more memory than it was given. */
    public static TaskResult outOfMemory(String name, String step) {
        String message = "\"step-" + step + "\" exited with code 137: OOMKilled";
        return new TaskResult(name, false, "Failed", message, Optional.of(new Step(step, 137, "OOMKilled")));
    }

    /** A task that took too long. */
    public static TaskResult timeout(String name) {
        return new TaskResult(
                name, false, "TaskRunTimeout", "TaskRun \"" + name + "\" failed to finish in time", Optional.empty());
    }
}
