package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/**
 * What a managed run is to be like: the first one as the admission says, later ones with more memory or time.
 *
 * @param attempt which try it is, counted from 0
 */
public record RunOrder(long attempt, List<DataObject> taskRunSpecs, Timeouts timeouts) {

    /** Keeps its own copy of the changes to tasks. */
    public RunOrder {
        taskRunSpecs = List.copyOf(taskRunSpecs);
    }

    /** A try without changes. */
    public static RunOrder of(long attempt, Pipeline pipeline) {
        return new RunOrder(attempt, pipeline.taskRunSpecs(), pipeline.timeouts());
    }
}
