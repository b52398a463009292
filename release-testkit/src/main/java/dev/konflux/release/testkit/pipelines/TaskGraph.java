package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tasks of a pipeline and the order between them.
 *
 * @param tasks each behind those it waits for
 */
record TaskGraph(String name, List<PipelineTask> tasks) {

    TaskGraph {
        tasks = ImmutableList.copyOf(tasks);
        Set<String> before = new HashSet<>();
        for (PipelineTask task : tasks) {
            for (String needed : task.after()) {
                if (!before.contains(needed)) {
                    throw new IllegalArgumentException(
                            task.name() + " waits for " + needed + ", which comes later or never");
                }
            }
            before.add(task.name());
        }
    }

    static TaskGraph of(String name, PipelineTask... tasks) {
        return new TaskGraph(name, List.of(tasks));
    }

    /** The same tasks and, behind them, more. */
    TaskGraph then(PipelineTask... more) {
        return new TaskGraph(
                name,
                ImmutableList.<PipelineTask>builder().addAll(tasks).add(more).build());
    }
}
