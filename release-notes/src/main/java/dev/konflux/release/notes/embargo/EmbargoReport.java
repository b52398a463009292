package dev.konflux.release.notes.embargo;

import dev.konflux.release.model.data.DataObject;
import java.util.List;

/**
 * What the embargo check found.
 *
 * @param data the release data in which every issue that could be read says whether it is public
 * @param problems why the release must stop, none when it may go on
 */
public record EmbargoReport(DataObject data, List<String> problems) {

    /** Keeps its own copy of the problems. */
    public EmbargoReport {
        problems = List.copyOf(problems);
    }

    /** Whether the release may go on. */
    public boolean isClear() {
        return problems.isEmpty();
    }
}
