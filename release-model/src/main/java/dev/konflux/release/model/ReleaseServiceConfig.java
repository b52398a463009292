package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** Settings of the release service; there is one, named {@code release-service-config}. */
public final class ReleaseServiceConfig extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1alpha1";
    static final String KIND = "ReleaseServiceConfig";

    private ReleaseServiceConfig(DataObject document) {
        super(document, KIND);
    }

    /**
     * The ReleaseServiceConfig that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static ReleaseServiceConfig of(DataObject document) {
        return new ReleaseServiceConfig(document);
    }

    /** Writes a new ReleaseServiceConfig. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a ReleaseServiceConfig that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** Whether pipelines may be named through the cluster resolver. */
    public boolean isDebug() {
        return spec().find("debug").flatMap(Data::asBoolean).orElse(false);
    }

    /** Time limits of runs whose pipeline sets none. */
    public Timeouts defaultTimeouts() {
        return Timeouts.of(spec().findObject("defaultTimeouts").orElse(DataObject.empty()));
    }

    /** Managed pipelines whose workspace is an emptyDir. URL and revision are regular expressions. The field has a capital E. */
    public List<GitReference> emptyDirOverrides() {
        return Part.parts(spec(), RetryablePipeline::gitReference, "EmptyDirOverrides");
    }

    /** Managed pipelines that are tried again after a failure. */
    public List<RetryablePipeline> retryablePipelines() {
        return Part.parts(spec(), RetryablePipeline::of, "retryablePipelines");
    }

    /** Writes a ReleaseServiceConfig. */
    public static final class Builder extends ResourceBuilder<ReleaseServiceConfig, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Allows or forbids the cluster resolver. */
        @CanIgnoreReturnValue
        public Builder debug(boolean allowed) {
            return set(Data.of(allowed), "spec", "debug");
        }

        /** Sets the time limits of runs whose pipeline sets none. */
        @CanIgnoreReturnValue
        public Builder defaultTimeouts(Timeouts timeouts) {
            return set(timeouts.data(), "spec", "defaultTimeouts");
        }

        /** Adds a managed pipeline that is tried again. */
        @CanIgnoreReturnValue
        public Builder retryablePipeline(RetryablePipeline pipeline) {
            return append(pipeline.data(), "spec", "retryablePipelines");
        }

        @Override
        public ReleaseServiceConfig build() {
            return new ReleaseServiceConfig(document());
        }
    }
}
