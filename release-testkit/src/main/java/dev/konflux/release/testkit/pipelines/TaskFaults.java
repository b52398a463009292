package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.testkit.TaskResult;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Ends that a test wants for the next runs of tasks, in the place of their work. */
final class TaskFaults {

    private final Map<String, Queue<TaskResult>> wanted = new HashMap<>();

    synchronized void add(TaskResult end) {
        wanted.computeIfAbsent(end.name(), unused -> new ArrayDeque<>()).add(end);
    }

    synchronized Optional<TaskResult> next(String task) {
        Queue<TaskResult> ends = wanted.get(task);
        return ends == null ? Optional.empty() : Optional.ofNullable(ends.poll());
    }
}
