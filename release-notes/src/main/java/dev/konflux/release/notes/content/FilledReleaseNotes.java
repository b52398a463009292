package dev.konflux.release.notes.content;

import dev.konflux.release.model.data.DataObject;
import java.util.List;

/**
 * Release data whose release notes know what is shipped.
 *
 * @param data the whole release data, with {@code releaseNotes} filled
 * @param warnings what a releaser should look at although it stops nothing
 */
public record FilledReleaseNotes(DataObject data, List<String> warnings) {

    /** Keeps its own copy of the warnings. */
    public FilledReleaseNotes {
        warnings = List.copyOf(warnings);
    }
}
