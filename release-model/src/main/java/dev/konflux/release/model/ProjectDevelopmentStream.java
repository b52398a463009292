package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** One line of development of a project, made from a template. */
public final class ProjectDevelopmentStream extends Resource {

    static final String API_VERSION = "projctl.konflux.dev/v1beta1";
    static final String KIND = "ProjectDevelopmentStream";

    private ProjectDevelopmentStream(DataObject document) {
        super(document, KIND);
    }

    /**
     * The ProjectDevelopmentStream that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static ProjectDevelopmentStream of(DataObject document) {
        return new ProjectDevelopmentStream(document);
    }

    /** Writes a new ProjectDevelopmentStream. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a ProjectDevelopmentStream that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The project. */
    public String project() {
        return text("spec", "project");
    }

    /** The template its resources are made from. */
    public Optional<String> template() {
        return spec().findText("template", "name");
    }

    /** Values of the template's variables, in document order. */
    public List<Parameter> values() {
        return Part.parts(spec(), Parameter::of, "template", "values");
    }

    /** Writes a ProjectDevelopmentStream. */
    public static final class Builder extends ResourceBuilder<ProjectDevelopmentStream, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the project. */
        @CanIgnoreReturnValue
        public Builder project(String name) {
            return text(name, "spec", "project");
        }

        /** Sets the template. */
        @CanIgnoreReturnValue
        public Builder template(String name) {
            return text(name, "spec", "template", "name");
        }

        /** Adds a value of a variable. */
        @CanIgnoreReturnValue
        public Builder value(String name, String value) {
            return append(Parameter.of(name, value).data(), "spec", "template", "values");
        }

        @Override
        public ProjectDevelopmentStream build() {
            return new ProjectDevelopmentStream(document());
        }
    }
}
