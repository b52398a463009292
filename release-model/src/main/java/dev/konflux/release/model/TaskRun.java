package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One run of a task, as far as the release service touches it. */
public final class TaskRun extends Resource {

    static final String API_VERSION = "tekton.dev/v1";
    static final String KIND = "TaskRun";

    private TaskRun(DataObject document) {
        super(document, KIND);
    }

    /**
     * The TaskRun that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static TaskRun of(DataObject document) {
        return new TaskRun(document);
    }

    /** Writes a new TaskRun. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a TaskRun that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The task's name in the pipeline. */
    public Optional<String> pipelineTask() {
        return findLabel("tekton.dev/pipelineTask");
    }

    /** The pipeline run it belongs to. */
    public Optional<String> pipelineRun() {
        return findLabel("tekton.dev/pipelineRun");
    }

    /** How it ended or goes. */
    public Optional<Condition> succeeded() {
        return findCondition("Succeeded");
    }

    /** When it started. */
    public Optional<Instant> startTime() {
        return findTime("status", "startTime");
    }

    /** When it ended. */
    public Optional<Instant> completionTime() {
        return findTime("status", "completionTime");
    }

    /** Its steps as Tekton reports them. */
    public List<DataObject> steps() {
        return Part.parts(status(), step -> step, "steps");
    }

    /** Its results by name; only text results. */
    public List<Parameter> results() {
        return Part.parts(status(), Parameter::of, "results");
    }

    /** The pod it ran in. */
    public Optional<String> podName() {
        return status().findText("podName");
    }

    /** Writes a TaskRun. */
    public static final class Builder extends ResourceBuilder<TaskRun, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        public TaskRun build() {
            return new TaskRun(document());
        }
    }
}
