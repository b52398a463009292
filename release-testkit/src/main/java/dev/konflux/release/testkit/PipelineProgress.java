package dev.konflux.release.testkit;

import java.time.Duration;
import java.util.Optional;

/** A run under way. Who drives it lets its tasks end one after the other as time passes, and may stop in between. */
public interface PipelineProgress {

    /** When the next task ends, counted from the start of the run; empty when none is left that ends before the run does. */
    Optional<Duration> nextEnd();

    /**
     * Ends that task, and lets those start that waited for it.
     *
     * @throws java.util.NoSuchElementException when no task is left
     */
    TaskResult endTask();

    /** How the run ends, with all of its tasks. Asked when no task is left. */
    PipelineResult end();

    /** A run that is known beforehand. Tasks that do not say when they ran end with the run. */
    static PipelineProgress of(PipelineResult result) {
        return new KnownProgress(result);
    }
}
