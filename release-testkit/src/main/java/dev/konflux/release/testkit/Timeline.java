package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;

/**
 * The story of a release.
 *
 * @param release namespace and name
 * @param entries what happened, in order
 * @param runs the runs of its pipelines, in the order they were created
 */
public record Timeline(String release, List<Entry> entries, List<RunStory> runs) {

    /** Keeps its own copies of the entries and runs. */
    public Timeline {
        entries = ImmutableList.copyOf(entries);
        runs = ImmutableList.copyOf(runs);
    }

    /**
     * One thing that happened.
     *
     * @param subject the condition or run it happened to
     */
    public record Entry(Instant at, String subject, String what) {}

    /** The story as text, a line for each entry, times counted from the first; then what the tasks that failed wrote. */
    public String toText() {
        StringBuilder text = new StringBuilder(StoryText.of("Release " + release, entries));
        runs.forEach(run -> appendFailures(run, text));
        return text.toString();
    }

    private static void appendFailures(RunStory run, StringBuilder text) {
        for (TaskStory task : run.tasks()) {
            if (!task.succeeded()) {
                text.append("  in run ")
                        .append(run.reference())
                        .append(": ")
                        .append(task.headline())
                        .append('\n');
                task.log().forEach(line -> text.append("    | ").append(line).append('\n'));
            }
        }
    }

    /**
     * The story as a page of its own, for a browser: how it ended, the phases and their runs on a scale of virtual time, every task with what
     * it wrote, and everything that happened. It loads nothing and runs no scripts.
     */
    public String toHtml() {
        return new TimelinePage(this).html();
    }

    @Override
    public String toString() {
        return toText();
    }
}
