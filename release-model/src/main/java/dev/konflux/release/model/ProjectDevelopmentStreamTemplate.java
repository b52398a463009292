package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** Resources with variables, from which development streams are made. */
public final class ProjectDevelopmentStreamTemplate extends Resource {

    static final String API_VERSION = "projctl.konflux.dev/v1beta1";
    static final String KIND = "ProjectDevelopmentStreamTemplate";

    private ProjectDevelopmentStreamTemplate(DataObject document) {
        super(document, KIND);
    }

    /**
     * The ProjectDevelopmentStreamTemplate that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static ProjectDevelopmentStreamTemplate of(DataObject document) {
        return new ProjectDevelopmentStreamTemplate(document);
    }

    /** Writes a new ProjectDevelopmentStreamTemplate. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a ProjectDevelopmentStreamTemplate that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The project. */
    public String project() {
        return text("spec", "project");
    }

    /** The variables in document order. */
    public List<TemplateVariable> variables() {
        return Part.parts(spec(), TemplateVariable::of, "variables");
    }

    /** The resources, with Go templates in their texts, so they need not be valid as they are. */
    public List<DataObject> resources() {
        return Part.parts(spec(), resource -> resource, "resources");
    }

    /** Writes a ProjectDevelopmentStreamTemplate. */
    public static final class Builder extends ResourceBuilder<ProjectDevelopmentStreamTemplate, Builder> {

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

        /** Adds a variable. */
        @CanIgnoreReturnValue
        public Builder variable(TemplateVariable variable) {
            return append(variable.data(), "spec", "variables");
        }

        /** Adds a resource. */
        @CanIgnoreReturnValue
        public Builder resource(DataObject resource) {
            return append(resource, "spec", "resources");
        }

        @Override
        public ProjectDevelopmentStreamTemplate build() {
            return new ProjectDevelopmentStreamTemplate(document());
        }
    }
}
