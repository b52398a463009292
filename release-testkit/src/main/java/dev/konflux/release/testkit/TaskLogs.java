package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tasks wrote, by their TaskRuns. Logs stay when the TaskRun goes, as in the archive of a real cluster. */
final class TaskLogs {

    private final Map<ObjectKey, List<String>> lines = new HashMap<>();

    void write(ObjectKey taskRun, List<String> log) {
        lines.put(taskRun, ImmutableList.copyOf(log));
    }

    List<String> of(ObjectKey taskRun) {
        return lines.getOrDefault(taskRun, ImmutableList.of());
    }
}
