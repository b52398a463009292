package dev.konflux.release.notes.preview;

import dev.konflux.release.model.data.Data;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How two documents differ.
 *
 * @param all the differences; none when the documents are equal
 */
public record Differences(List<Difference> all) {

    /** Keeps its own copy of the differences. */
    public Differences {
        all = List.copyOf(all);
    }

    /** The differences of two documents, members in the order of the earlier one, then the new ones. Lists are compared by their items. */
    public static Differences between(Data before, Data after) {
        return new Differences(Difference.between(before, after));
    }

    /** Whether the documents are equal. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** A line for each difference; empty text when there is none. */
    @Override
    public String toString() {
        return all.stream().map(Difference::toString).collect(Collectors.joining("\n"));
    }
}
