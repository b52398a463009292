package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Duration;
import java.util.Optional;

/** The three time limits of a pipeline run. */
public final class Timeouts extends Part {

    private Timeouts(DataObject data) {
        super(data);
    }

    /** The limits that are the given object. */
    public static Timeouts of(DataObject data) {
        return new Timeouts(data);
    }

    /** No limits yet. */
    public static Timeouts none() {
        return new Timeouts(DataObject.empty());
    }

    /** The limit of the whole run; empty when it is missing or no duration. */
    public Optional<Duration> pipeline() {
        return duration("pipeline");
    }

    /** The limit of all tasks together. */
    public Optional<Duration> tasks() {
        return duration("tasks");
    }

    /** The limit of the finally tasks. */
    public Optional<Duration> finallyTasks() {
        return duration("finally");
    }

    private Optional<Duration> duration(String field) {
        return data().findText(field).flatMap(GoDuration::parse);
    }

    /** These limits with another one for the whole run. */
    public Timeouts withPipeline(Duration limit) {
        return with("pipeline", limit);
    }

    /** These limits with another one for all tasks together. */
    public Timeouts withTasks(Duration limit) {
        return with("tasks", limit);
    }

    /** These limits with another one for the finally tasks. */
    public Timeouts withFinallyTasks(Duration limit) {
        return with("finally", limit);
    }

    /**
     * The limits the operator really sets, so that tasks and finally tasks fit into the run. A limit counts when it is above zero; a finally
     * limit alone is dropped with everything else, and the service's defaults apply.
     */
    public Timeouts adjusted() {
        return AdjustedTimeouts.of(this);
    }

    private Timeouts with(String field, Duration limit) {
        return new Timeouts(data().with(field, Data.of(GoDuration.format(limit))));
    }
}
