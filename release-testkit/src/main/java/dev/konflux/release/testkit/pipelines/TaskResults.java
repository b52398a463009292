package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.DataObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Results and archives of the tasks of one run. */
final class TaskResults {

    private final Map<String, Archive> archives = new HashMap<>();
    private final Map<String, Map<String, String>> results = new HashMap<>();
    private DataObject status = DataObject.empty();

    /** The archive of a task that ran; the empty one for a task that was skipped. */
    Archive archiveOf(String task) {
        return archives.getOrDefault(task, Archive.EMPTY);
    }

    void hand(String task, Archive archive) {
        archives.put(task, archive);
    }

    void set(String task, String name, String value) {
        results.computeIfAbsent(task, unused -> new HashMap<>()).put(name, value);
    }

    /** A result; empty when the task did not set it. */
    Optional<String> find(String task, String name) {
        return Optional.ofNullable(results.getOrDefault(task, Map.of()).get(name));
    }

    void writeStatus(DataObject part) {
        status = status.toBuilder().putAll(part).build();
    }

    /** What the tasks want to stand in the Release's status. */
    DataObject status() {
        return status;
    }
}
