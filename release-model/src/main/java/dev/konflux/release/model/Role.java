package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** Rights inside a namespace. */
public final class Role extends Resource {

    static final String API_VERSION = "rbac.authorization.k8s.io/v1";
    static final String KIND = "Role";

    private Role(DataObject document) {
        super(document, KIND);
    }

    /**
     * The Role that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static Role of(DataObject document) {
        return new Role(document);
    }

    /** Writes a new Role. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a Role that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The rules, in the words of Kubernetes. */
    public List<DataObject> rules() {
        return Part.parts(document(), rule -> rule, "rules");
    }

    /** Writes a Role. */
    public static final class Builder extends ResourceBuilder<Role, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Adds the right to read the named secrets. Without any name it is the right to read every secret of the namespace. */
        @CanIgnoreReturnValue
        public Builder readsSecrets(List<String> names) {
            return append(
                    DataObject.builder()
                            .put("apiGroups", DataArray.ofTexts(List.of("")))
                            .put("resources", DataArray.ofTexts(List.of("secrets")))
                            .put("resourceNames", DataArray.ofTexts(names))
                            .put("verbs", DataArray.ofTexts(List.of("get")))
                            .build(),
                    "rules");
        }

        @Override
        public Role build() {
            return new Role(document());
        }
    }
}
