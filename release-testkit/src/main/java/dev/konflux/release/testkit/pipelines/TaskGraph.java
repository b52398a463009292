package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
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
            for (String needed : Iterables.concat(task.after(), task.on())) {
                if (!before.contains(needed)) {
                    throw new IllegalArgumentException(
                            task.name() + " needs " + needed + ", which comes later or never");
                }
            }
            before.add(task.name());
        }
    }
}
