package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** A managed namespace's agreement to release certain applications or component groups of one tenant. */
public final class ReleasePlanAdmission extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1alpha1";
    static final String KIND = "ReleasePlanAdmission";

    private ReleasePlanAdmission(DataObject document) {
        super(document, KIND);
    }

    /**
     * The ReleasePlanAdmission that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static ReleasePlanAdmission of(DataObject document) {
        return new ReleasePlanAdmission(document);
    }

    /** Writes a new ReleasePlanAdmission. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a ReleasePlanAdmission that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The accepted applications in document order. */
    public List<String> applications() {
        return Part.texts(spec(), "applications");
    }

    /** The accepted component groups in document order. */
    public List<String> componentGroups() {
        return Part.texts(spec(), "componentGroups");
    }

    /** Whether it accepts a plan's application or component group; the two are not told apart. */
    public boolean accepts(String groupName) {
        return applications().contains(groupName) || componentGroups().contains(groupName);
    }

    /** The tenant namespace that may release through it. */
    public String origin() {
        return text("spec", "origin");
    }

    /** Name of the EnterpriseContractPolicy, in the admission's own namespace. */
    public String policy() {
        return text("spec", "policy");
    }

    /** The managed pipeline. */
    public Optional<Pipeline> pipeline() {
        return spec().findObject("pipeline").map(Pipeline::of);
    }

    /** The collectors that run in the admission's namespace. */
    public Optional<CollectorSettings> collectors() {
        return spec().findObject("collectors").map(CollectorSettings::of);
    }

    /** The admission's data; an empty object when it has none. */
    public DataObject data() {
        return spec().findObject("data").orElse(DataObject.empty());
    }

    /** The release notes in {@code data}. */
    public ReleaseNotes releaseNotes() {
        return ReleaseNotes.in(data());
    }

    /** The mapping in {@code data}. */
    public Mapping mapping() {
        return Mapping.in(data());
    }

    /** Whether its label stops every release: only the exact text {@code true} does. */
    public boolean isBlocking() {
        return findLabel(MetadataKeys.BLOCK_RELEASES).filter("true"::equals).isPresent();
    }

    /** Writes a ReleasePlanAdmission. */
    public static final class Builder extends ResourceBuilder<ReleasePlanAdmission, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the accepted applications. */
        @CanIgnoreReturnValue
        public Builder applications(String... names) {
            return set(DataArray.ofTexts(List.of(names)), "spec", "applications");
        }

        /** Sets the accepted component groups. */
        @CanIgnoreReturnValue
        public Builder componentGroups(String... names) {
            return set(DataArray.ofTexts(List.of(names)), "spec", "componentGroups");
        }

        /** Sets the tenant namespace. */
        @CanIgnoreReturnValue
        public Builder origin(String namespace) {
            return text(namespace, "spec", "origin");
        }

        /** Sets the policy's name. */
        @CanIgnoreReturnValue
        public Builder policy(String name) {
            return text(name, "spec", "policy");
        }

        /** Sets the managed pipeline. */
        @CanIgnoreReturnValue
        public Builder pipeline(Pipeline pipeline) {
            return set(pipeline.data(), "spec", "pipeline");
        }

        /** Sets the collectors. */
        @CanIgnoreReturnValue
        public Builder collectors(CollectorSettings collectors) {
            return set(collectors.data(), "spec", "collectors");
        }

        /** Sets the admission's data. */
        @CanIgnoreReturnValue
        public Builder data(DataObject data) {
            return set(data, "spec", "data");
        }

        /** Sets the label that stops every release. */
        @CanIgnoreReturnValue
        public Builder blockReleases(boolean blocked) {
            return label(MetadataKeys.BLOCK_RELEASES, Boolean.toString(blocked));
        }

        @Override
        public ReleasePlanAdmission build() {
            return new ReleasePlanAdmission(document());
        }
    }
}
