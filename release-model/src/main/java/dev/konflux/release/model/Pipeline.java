package dev.konflux.release.model;

import com.google.common.collect.Iterables;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A pipeline a plan or an admission wants run. */
public final class Pipeline extends Part {

    private Pipeline(DataObject data) {
        super(data);
    }

    /** The pipeline that is the given object. */
    public static Pipeline of(DataObject data) {
        return new Pipeline(data);
    }

    /** A pipeline that is only a reference. */
    public static Pipeline of(PipelineReference reference) {
        return new Pipeline(DataObject.of("pipelineRef", reference.data()));
    }

    /** Which pipeline; an empty reference when it does not say. */
    public PipelineReference pipelineRef() {
        return PipelineReference.of(data().findObject("pipelineRef").orElse(DataObject.empty()));
    }

    /** The service account its tasks run as. */
    public Optional<String> serviceAccountName() {
        return data().findText("serviceAccountName");
    }

    /** The time limits; no limits when it names none. */
    public Timeouts timeouts() {
        return Timeouts.of(data().findObject("timeouts").orElse(DataObject.empty()));
    }

    /** Further parameters; only tenant and final pipelines have them. */
    public List<Parameter> params() {
        return parts(data(), Parameter::of, "params");
    }

    /** Changes to single tasks, in Tekton's words. */
    public List<DataObject> taskRunSpecs() {
        return parts(data(), spec -> spec, "taskRunSpecs");
    }

    /** How often a failed managed run is tried again; overrides the service's policy. */
    public OptionalLong maxRetries() {
        return data().find("maxRetries")
                .flatMap(Data::asNumber)
                .map(DataNumber::asLong)
                .orElse(OptionalLong.empty());
    }

    /** This pipeline run as another service account. */
    public Pipeline withServiceAccountName(String name) {
        return new Pipeline(data().with("serviceAccountName", Data.of(name)));
    }

    /** This pipeline with other time limits. */
    public Pipeline withTimeouts(Timeouts timeouts) {
        return new Pipeline(data().with("timeouts", timeouts.data()));
    }

    /** This pipeline with one more parameter. */
    public Pipeline withParam(String name, String value) {
        Iterable<Data> params = Iterables.concat(
                data().items("params"), List.of(Parameter.of(name, value).data()));
        return new Pipeline(data().with("params", DataArray.of(params)));
    }

    /** This pipeline with another number of retries. */
    public Pipeline withMaxRetries(long retries) {
        return new Pipeline(data().with("maxRetries", Data.of(retries)));
    }
}
