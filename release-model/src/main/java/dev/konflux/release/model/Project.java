package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** A project whose development goes on in several streams. */
public final class Project extends Resource {

    static final String API_VERSION = "projctl.konflux.dev/v1beta1";
    static final String KIND = "Project";

    private Project(DataObject document) {
        super(document, KIND);
    }

    /**
     * The Project that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static Project of(DataObject document) {
        return new Project(document);
    }

    /** Writes a new Project. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a Project that starts as this one. */
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

    /** Writes a Project. */
    public static final class Builder extends ResourceBuilder<Project, Builder> {

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
        public Project build() {
            return new Project(document());
        }
    }
}
