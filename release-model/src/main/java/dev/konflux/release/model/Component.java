package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** One image that is built from one source. */
public final class Component extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1alpha1";
    static final String KIND = "Component";

    private Component(DataObject document) {
        super(document, KIND);
    }

    /**
     * The Component that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static Component of(DataObject document) {
        return new Component(document);
    }

    /** Writes a new Component. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a Component that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The application it belongs to; empty text when it belongs to none. */
    public String application() {
        return text("spec", "application");
    }

    /** The component's own name, which may differ from the resource's. */
    public String componentName() {
        return spec().findText("componentName").orElse(name());
    }

    /** The image it was last built as. */
    public Optional<String> containerImage() {
        return spec().findText("containerImage");
    }

    /** Repository it is built from, in the older or the newer form. */
    public Optional<String> sourceUrl() {
        return spec().findText("source", "git", "url").or(() -> spec().findText("source", "url"));
    }

    /** Branch it is built from, in the older form. */
    public Optional<String> sourceRevision() {
        return spec().findText("source", "git", "revision");
    }

    /** Components that learn of each new build of this one. */
    public List<String> nudges() {
        return Part.texts(spec(), "build-nudges-ref");
    }

    /** The image that went into the latest snapshot. */
    public Optional<String> lastPromotedImage() {
        return status().findText("lastPromotedImage");
    }

    /** Writes a Component. */
    public static final class Builder extends ResourceBuilder<Component, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the application. */
        @CanIgnoreReturnValue
        public Builder application(String name) {
            return text(name, "spec", "application");
        }

        /** Sets the component's own name. */
        @CanIgnoreReturnValue
        public Builder componentName(String name) {
            return text(name, "spec", "componentName");
        }

        /** Sets the image it was last built as. */
        @CanIgnoreReturnValue
        public Builder containerImage(String image) {
            return text(image, "spec", "containerImage");
        }

        /** Sets what it is built from. */
        @CanIgnoreReturnValue
        public Builder source(String url, String revision) {
            return set(DataObject.of("url", Data.of(url), "revision", Data.of(revision)), "spec", "source", "git");
        }

        /** Adds a component that learns of each new build. */
        @CanIgnoreReturnValue
        public Builder nudges(String component) {
            return append(Data.of(component), "spec", "build-nudges-ref");
        }

        @Override
        public Component build() {
            return new Component(document());
        }
    }
}
