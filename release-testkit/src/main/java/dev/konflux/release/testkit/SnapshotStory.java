package dev.konflux.release.testkit;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;

/**
 * The story of a Snapshot before its releases.
 *
 * @param snapshot namespace and name
 * @param entries what happened, in order
 */
public record SnapshotStory(String snapshot, List<Timeline.Entry> entries) {

    private static final int TIME_WIDTH = 12;
    private static final int SUBJECT_WIDTH = 30;

    /** Keeps its own copy of the entries. */
    public SnapshotStory {
        entries = ImmutableList.copyOf(entries);
    }

    /** The story as text, a line for each entry, times counted from the first. */
    public String toText() {
        if (entries.isEmpty()) {
            return "Snapshot " + snapshot + ": nothing happened\n";
        }
        Instant start = entries.get(0).at();
        StringBuilder text = new StringBuilder("Snapshot " + snapshot + " from " + start + "\n");
        for (Timeline.Entry entry : entries) {
            text.append("  ")
                    .append(Strings.padEnd(Timeline.since(start, entry.at()), TIME_WIDTH, ' '))
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
