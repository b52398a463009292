package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** A test of snapshots. The builder writes {@code v1beta2}; {@code v1alpha1} and {@code v1beta1} are read too. */
public final class IntegrationTestScenario extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1beta2";
    static final String KIND = "IntegrationTestScenario";

    private IntegrationTestScenario(DataObject document) {
        super(document, KIND);
    }

    /**
     * The IntegrationTestScenario that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static IntegrationTestScenario of(DataObject document) {
        return new IntegrationTestScenario(document);
    }

    /** Writes a new IntegrationTestScenario. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes an IntegrationTestScenario that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The application whose snapshots are tested; empty text for a component group. */
    public String application() {
        return text("spec", "application");
    }

    /** The component group whose snapshots are tested; empty text for an application. */
    public String componentGroup() {
        return text("spec", "componentGroup");
    }

    /** The test pipeline; absent in {@code v1alpha1}, which names a bundle. */
    public Optional<PipelineReference> resolverRef() {
        return spec().findObject("resolverRef").map(PipelineReference::of);
    }

    /** The bundle of {@code v1alpha1}. */
    public Optional<String> bundle() {
        return spec().findText("bundle");
    }

    /** Parameters of the test pipeline. */
    public List<Parameter> params() {
        return Part.parts(spec(), Parameter::of, "params");
    }

    /** Names of the situations it is run in; none means in all. */
    public List<String> contexts() {
        return Part.parts(spec(), context -> context.findText("name").orElse(""), "contexts");
    }

    /** Names of the scenarios that wait for this one. */
    public List<String> dependents() {
        return Part.texts(spec(), "dependents");
    }

    /** Whether its failure does not stop a release: only the exact text {@code true} says so. */
    public boolean isOptional() {
        return findLabel(MetadataKeys.OPTIONAL).filter("true"::equals).isPresent();
    }

    /** Writes an IntegrationTestScenario. */
    public static final class Builder extends OwnedBuilder<IntegrationTestScenario, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the test pipeline. */
        @CanIgnoreReturnValue
        public Builder resolverRef(PipelineReference reference) {
            return set(reference.data(), "spec", "resolverRef");
        }

        /** Adds a situation it is run in. */
        @CanIgnoreReturnValue
        public Builder context(String name) {
            return append(DataObject.of("name", Data.of(name), "description", Data.of("")), "spec", "contexts");
        }

        /** Sets whether its failure does not stop a release. */
        @CanIgnoreReturnValue
        public Builder optional(boolean optional) {
            return label(MetadataKeys.OPTIONAL, Boolean.toString(optional));
        }

        @Override
        public IntegrationTestScenario build() {
            return new IntegrationTestScenario(document());
        }
    }
}
