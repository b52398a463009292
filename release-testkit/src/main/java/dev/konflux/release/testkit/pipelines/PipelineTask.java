package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;

/**
 * A task in a pipeline.
 *
 * @param after the tasks that must have ended well or been skipped before it starts
 * @param dataOf the task whose archive it works on; empty for a task that needs none
 * @param when whether it runs at all
 * @param usually how long it takes
 */
record PipelineTask(String name, List<String> after, String dataOf, When when, Duration usually, TaskWork work) {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    PipelineTask {
        after = ImmutableList.copyOf(after);
    }

    /** A condition on the results of earlier tasks. */
    @FunctionalInterface
    interface When {

        /** Holds. */
        When ALWAYS = results -> true;

        boolean holds(TaskResults results);
    }

    static PipelineTask named(String name, TaskWork work) {
        return new PipelineTask(name, List.of(), "", When.ALWAYS, A_MINUTE, work);
    }

    PipelineTask after(String... others) {
        return new PipelineTask(name, List.of(others), dataOf, when, usually, work);
    }

    PipelineTask on(String archiveOf) {
        return new PipelineTask(name, after, archiveOf, when, usually, work);
    }

    PipelineTask when(When condition) {
        return new PipelineTask(name, after, dataOf, condition, usually, work);
    }

    PipelineTask taking(Duration time) {
        return new PipelineTask(name, after, dataOf, when, time, work);
    }
}
