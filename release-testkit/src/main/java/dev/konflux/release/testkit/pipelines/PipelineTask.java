package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;

/**
 * A task in a pipeline.
 *
 * @param after the tasks that must have ended well or been skipped before it starts
 * @param on the tasks whose archives it reads; it works on that of the first and hands it on
 * @param when whether it runs at all
 * @param usually how long it takes
 */
record PipelineTask(
        String name, List<String> after, List<String> on, RunCondition when, Duration usually, TaskWork work) {

    PipelineTask {
        after = ImmutableList.copyOf(after);
        on = ImmutableList.copyOf(on);
    }
}
