package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.testkit.runs.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a timeline tells of a run of a pipeline.
 *
 * @param reference namespace and name
 * @param to when it ended; empty while it runs
 * @param reason Tekton's word for its present state; empty before it starts
 * @param tasks those that ended, in the order they were reported
 */
public record RunStory(
        String reference,
        Phase phase,
        Instant from,
        Optional<Instant> to,
        boolean succeeded,
        String reason,
        List<TaskStory> tasks) {

    /** Keeps its own copy of the tasks. */
    public RunStory {
        tasks = ImmutableList.copyOf(tasks);
    }

    RunStory with(TaskStory task) {
        List<TaskStory> more =
                ImmutableList.<TaskStory>builder().addAll(tasks).add(task).build();
        return new RunStory(reference, phase, from, to, succeeded, reason, more);
    }

    /** Whether it ended otherwise than well. */
    public boolean isFailed() {
        return to.isPresent() && !succeeded;
    }
}
