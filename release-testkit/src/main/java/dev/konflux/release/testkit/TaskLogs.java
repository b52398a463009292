package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tasks wrote, by their TaskRuns, until somebody takes it down. */
final class TaskLogs {

    private final Map<ObjectKey, List<String>> lines = new HashMap<>();

    void write(ObjectKey taskRun, List<String> log) {
        lines.put(taskRun, ImmutableList.copyOf(log));
    }

    /** What a task wrote; it is not kept here any longer. */
    List<String> take(ObjectKey taskRun) {
        List<String> log = lines.remove(taskRun);
        return log == null ? ImmutableList.of() : log;
    }
}
