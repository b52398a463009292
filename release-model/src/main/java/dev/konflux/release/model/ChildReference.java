package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;

/** A task of a pipeline run. */
public final class ChildReference extends Part {

    private ChildReference(DataObject data) {
        super(data);
    }

    /** The reference that is the given object. */
    public static ChildReference of(DataObject data) {
        return new ChildReference(data);
    }

    /** The task run's name. */
    public String name() {
        return text("name");
    }

    /** Its kind, {@code TaskRun} for instance; empty text when Tekton did not say. */
    public String kind() {
        return text("kind");
    }

    /** The task's name in the pipeline. */
    public String pipelineTaskName() {
        return text("pipelineTaskName");
    }
}
