package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** Images that were built and tested together. */
public final class Snapshot extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1alpha1";
    static final String KIND = "Snapshot";

    private Snapshot(DataObject document) {
        super(document, KIND);
    }

    /**
     * The Snapshot that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static Snapshot of(DataObject document) {
        return new Snapshot(document);
    }

    /** Writes a new Snapshot. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a Snapshot that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The application; empty text for a snapshot of a component group. */
    public String application() {
        return text("spec", "application");
    }

    /** The component group; empty text for a snapshot of an application. */
    public String componentGroup() {
        return text("spec", "componentGroup");
    }

    /** The components in document order. */
    public List<SnapshotComponent> components() {
        return Part.parts(spec(), SnapshotComponent::of, "components");
    }

    /** The component of that name, of several versions the first. */
    public Optional<SnapshotComponent> findComponent(String name) {
        return components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst();
    }

    /** What people are shown as its name. */
    public Optional<String> displayName() {
        return spec().findText("displayName");
    }

    /** What people are shown about it. */
    public Optional<String> displayDescription() {
        return spec().findText("displayDescription");
    }

    /** Whatever its maker left for other tools, {@code spec.artifacts.unstableFields}: any JSON, without promise of its form. */
    public Optional<Data> unstableArtifacts() {
        return spec().find("artifacts", "unstableFields");
    }

    /** The component whose build made it; empty without the label. */
    public Optional<String> builtComponent() {
        return findLabel(MetadataKeys.COMPONENT).filter(name -> !name.isEmpty());
    }

    /** {@code component}, {@code group} or {@code override}; empty text without the label. */
    public String type() {
        return findLabel(MetadataKeys.SNAPSHOT_TYPE).orElse("");
    }

    /** Whether its label lets it be released automatically: only the exact text {@code false} does not. */
    public boolean isAutoRelease() {
        return findLabel(MetadataKeys.AUTO_RELEASE).filter("false"::equals).isEmpty();
    }

    /** Whether the build pipeline wants it released: only the exact text {@code false} as its result says no. */
    public boolean shouldRelease() {
        return findAnnotation(MetadataKeys.RESULT_SHOULD_RELEASE)
                .filter("false"::equals)
                .isEmpty();
    }

    /** The condition about its integration tests, under its present or its former name. */
    public Optional<Condition> findTestCondition() {
        return findCondition("AppStudioTestSucceeded").or(() -> findCondition("HACBSStudioTestSucceeded"));
    }

    /** The condition about what the integration service did with it, under its present or its former name. */
    public Optional<Condition> findIntegrationCondition() {
        return findCondition("AppStudioIntegrationStatus").or(() -> findCondition("HACBSIntegrationStatus"));
    }

    /** Whether its integration tests have ended, well or not. */
    public boolean isTested() {
        return findTestCondition()
                .filter(tests -> !tests.status().equals("Unknown"))
                .isPresent();
    }

    /** Whether its required integration tests have passed. */
    public boolean isPassed() {
        return findTestCondition().filter(Condition::isTrue).isPresent();
    }

    /** Whether the integration service refused it. */
    public boolean isInvalid() {
        return findIntegrationCondition()
                .filter(status -> status.reason().equals("Invalid"))
                .isPresent();
    }

    /** Whether it came from a backup, which makes the integration service leave it alone; as an annotation the key has no effect. */
    public boolean isRestored() {
        return MetadataKeys.RESTORED.stream().anyMatch(key -> findLabel(key).isPresent());
    }

    /** Writes a Snapshot. */
    public static final class Builder extends OwnedBuilder<Snapshot, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Adds a component. */
        @CanIgnoreReturnValue
        public Builder component(SnapshotComponent component) {
            return append(component.data(), "spec", "components");
        }

        /** Adds a component that has only a name and an image. */
        @CanIgnoreReturnValue
        public Builder component(String name, String containerImage) {
            return component(SnapshotComponent.of(name, containerImage));
        }

        @Override
        public Snapshot build() {
            return new Snapshot(document());
        }
    }
}
