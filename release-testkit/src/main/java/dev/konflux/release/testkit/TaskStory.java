package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;

/**
 * What a timeline tells of a task.
 *
 * @param reason Tekton's word for its end
 * @param message Tekton's sentence for its end; empty when there is nothing to say
 * @param log what it wrote, a line each
 */
public record TaskStory(
        String name, boolean succeeded, Instant from, Instant to, String reason, String message, List<String> log) {

    /** Keeps its own copy of the log. */
    public TaskStory {
        log = ImmutableList.copyOf(log);
    }

    /** The end in one line, {@code push-snapshot Failed: no access}. */
    String headline() {
        return name + " " + reason + (message.isEmpty() ? "" : ": " + message);
    }
}
