package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** A group of components that are released together. */
public final class Application extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1alpha1";
    static final String KIND = "Application";

    private Application(DataObject document) {
        super(document, KIND);
    }

    /**
     * The Application that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static Application of(DataObject document) {
        return new Application(document);
    }

    /** Writes a new Application. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes an Application that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The name people see. */
    public Optional<String> displayName() {
        return spec().findText("displayName");
    }

    /** What it is. */
    public Optional<String> description() {
        return spec().findText("description");
    }

    /** Writes an Application. */
    public static final class Builder extends ResourceBuilder<Application, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the name people see. */
        @CanIgnoreReturnValue
        public Builder displayName(String text) {
            return text(text, "spec", "displayName");
        }

        /** Sets what it is. */
        @CanIgnoreReturnValue
        public Builder description(String text) {
            return text(text, "spec", "description");
        }

        @Override
        public Application build() {
            return new Application(document());
        }
    }
}
