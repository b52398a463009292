package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One run of a pipeline, as far as the release service touches it. */
public final class PipelineRun extends Resource {

    static final String API_VERSION = "tekton.dev/v1";
    static final String KIND = "PipelineRun";

    private PipelineRun(DataObject document) {
        super(document, KIND);
    }

    /**
     * The PipelineRun that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static PipelineRun of(DataObject document) {
        return new PipelineRun(document);
    }

    /** Writes a new PipelineRun. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a PipelineRun that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** Which of the five pipelines it is: {@code tenant-collectors}, {@code managed-collectors}, {@code tenant}, {@code managed}, {@code final}. */
    public Optional<String> pipelineType() {
        return findLabel(MetadataKeys.PIPELINE_TYPE);
    }

    /** Namespace and name of its release, joined by a slash. */
    public Optional<String> release() {
        return findLabel(MetadataKeys.RELEASE_NAMESPACE)
                .flatMap(namespace -> findLabel(MetadataKeys.RELEASE_NAME).map(name -> namespace + "/" + name));
    }

    /** The resource it was made for, as {@code namespace/name}; the operator knows its runs by it, owner references there are none. */
    public Optional<String> primaryResource() {
        return findAnnotation(MetadataKeys.PRIMARY_RESOURCE);
    }

    /** Which try it is, counted from 0. */
    public Optional<String> attempt() {
        return findLabel(MetadataKeys.ATTEMPT);
    }

    /** Which pipeline. */
    public PipelineReference pipelineRef() {
        return PipelineReference.of(spec().findObject("pipelineRef").orElse(DataObject.empty()));
    }

    /** Its parameters in document order; names may repeat. */
    public List<Parameter> params() {
        return Part.parts(spec(), Parameter::of, "params");
    }

    /** Its time limits. */
    public Timeouts timeouts() {
        return Timeouts.of(spec().findObject("timeouts").orElse(DataObject.empty()));
    }

    /** The service account its tasks run as. */
    public Optional<String> serviceAccountName() {
        return spec().findText("taskRunTemplate", "serviceAccountName");
    }

    /** Changes to single tasks. */
    public List<DataObject> taskRunSpecs() {
        return Part.parts(spec(), change -> change, "taskRunSpecs");
    }

    /** How it ended or goes. */
    public Optional<Condition> succeeded() {
        return findCondition("Succeeded");
    }

    /** Its tasks in the order Tekton reports them. */
    public List<ChildReference> childReferences() {
        return Part.parts(status(), ChildReference::of, "childReferences");
    }

    /** When it started. */
    public Optional<Instant> startTime() {
        return findTime("status", "startTime");
    }

    /** When it ended. */
    public Optional<Instant> completionTime() {
        return findTime("status", "completionTime");
    }

    /** Writes a PipelineRun. */
    public static final class Builder extends ResourceBuilder<PipelineRun, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the pipeline. */
        @CanIgnoreReturnValue
        public Builder pipelineRef(PipelineReference reference) {
            return set(reference.data(), "spec", "pipelineRef");
        }

        /** Adds a parameter. */
        @CanIgnoreReturnValue
        public Builder param(String name, String value) {
            return append(Parameter.of(name, value).data(), "spec", "params");
        }

        /** Sets the time limits. */
        @CanIgnoreReturnValue
        public Builder timeouts(Timeouts timeouts) {
            return set(timeouts.data(), "spec", "timeouts");
        }

        /** Sets the service account. */
        @CanIgnoreReturnValue
        public Builder serviceAccountName(String name) {
            return text(name, "spec", "taskRunTemplate", "serviceAccountName");
        }

        @Override
        public PipelineRun build() {
            return new PipelineRun(document());
        }
    }
}
