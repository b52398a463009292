package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a run is to be like: the first one as its pipeline says, later ones with more memory or time.
 *
 * @param attempt which try it is, counted from 0
 * @param taskRunSpecs what is changed about single tasks
 * @param timeouts the limits asked for, which may not fit into each other
 */
public record RunOrder(long attempt, List<DataObject> taskRunSpecs, Timeouts timeouts) {

    private static final String TASK = "pipelineTaskName";

    /** Keeps its own copy of the changes to tasks. */
    public RunOrder {
        taskRunSpecs = List.copyOf(taskRunSpecs);
    }

    /** A try without changes. */
    public static RunOrder of(long attempt, Pipeline pipeline) {
        return new RunOrder(attempt, TaskRunSpecs.written(pipeline.taskRunSpecs()), pipeline.timeouts());
    }

    RunOrder withTimeouts(Timeouts other) {
        return new RunOrder(attempt, taskRunSpecs, other);
    }

    /** The same with one more change to a task: in its first entry when there is one, else in a new one. A task without name has none. */
    RunOrder withTask(String task, UnaryOperator<DataObject> change) {
        if (task.isEmpty()) {
            return this;
        }
        List<DataObject> changed = new ArrayList<>(taskRunSpecs);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).findText(TASK).filter(task::equals).isPresent()) {
                changed.set(i, change.apply(changed.get(i)));
                return new RunOrder(attempt, changed, timeouts);
            }
        }
        changed.add(change.apply(DataObject.of(TASK, Data.of(task))));
        return new RunOrder(attempt, changed, timeouts);
    }
}
