package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Components and groups of components that are tested and released together. */
public final class ComponentGroup extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1beta2";
    static final String KIND = "ComponentGroup";

    private ComponentGroup(DataObject document) {
        super(document, KIND);
    }

    /**
     * The ComponentGroup that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static ComponentGroup of(DataObject document) {
        return new ComponentGroup(document);
    }

    /** Writes a new ComponentGroup. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a ComponentGroup that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The members in document order. */
    public List<GroupMember> components() {
        return Part.parts(spec(), GroupMember::of, "components");
    }

    /** For each scenario the scenarios that must end before it starts. */
    public Map<String, List<TestParent>> testGraph() {
        Map<String, List<TestParent>> graph = new LinkedHashMap<>();
        DataObject written = spec().findObject("testGraph").orElse(DataObject.empty());
        written.names().forEach(scenario -> graph.put(scenario, Part.parts(written, TestParent::of, scenario)));
        return graph;
    }

    /** The newest images that passed their tests. */
    public List<Candidate> globalCandidateList() {
        return Part.parts(status(), Candidate::of, "globalCandidateList");
    }

    /** Writes a ComponentGroup. */
    public static final class Builder extends ResourceBuilder<ComponentGroup, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Adds a member. */
        @CanIgnoreReturnValue
        public Builder component(GroupMember member) {
            return append(member.data(), "spec", "components");
        }

        @Override
        public ComponentGroup build() {
            return new ComponentGroup(document());
        }
    }
}
