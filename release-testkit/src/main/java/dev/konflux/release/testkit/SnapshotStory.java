package dev.konflux.release.testkit;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The story of a Snapshot before its releases.
 *
 * @param snapshot namespace and name
 * @param entries what happened, in order
 */
public record SnapshotStory(String snapshot, List<Timeline.Entry> entries) {

    /** Keeps its own copy of the entries. */
    public SnapshotStory {
        entries = ImmutableList.copyOf(entries);
    }

    /** The story as text, a line for each entry, times counted from the first. */
    public String toText() {
        return StoryText.of("Snapshot " + snapshot, entries);
    }

    @Override
    public String toString() {
        return toText();
    }
}
