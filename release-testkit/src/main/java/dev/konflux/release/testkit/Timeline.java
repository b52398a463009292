package dev.konflux.release.testkit;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The story of a release.
 *
 * @param release namespace and name
 * @param entries what happened, in order
 */
public record Timeline(String release, List<Entry> entries) {

    private static final int TIME_WIDTH = 12;
    private static final int SUBJECT_WIDTH = 36;

    /** Keeps its own copy of the entries. */
    public Timeline {
        entries = ImmutableList.copyOf(entries);
    }

    /**
     * One thing that happened.
     *
     * @param subject the condition or run it happened to
     */
    public record Entry(Instant at, String subject, String what) {}

    /** The story as text, a line for each entry, times counted from the first. */
    public String toText() {
        if (entries.isEmpty()) {
            return "Release " + release + ": nothing happened\n";
        }
        Instant start = entries.get(0).at();
        StringBuilder text = new StringBuilder("Release " + release + " from " + start + "\n");
        for (Entry entry : entries) {
            String time = "+" + GoDuration.format(Duration.between(start, entry.at()));
            text.append("  ")
                    .append(Strings.padEnd(time, TIME_WIDTH, ' '))
                    .append(Strings.padEnd(entry.subject(), SUBJECT_WIDTH, ' '))
                    .append(entry.what())
                    .append('\n');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
