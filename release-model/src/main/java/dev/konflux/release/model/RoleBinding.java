package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** Grants a role to service accounts. */
public final class RoleBinding extends Resource {

    static final String API_VERSION = "rbac.authorization.k8s.io/v1";
    static final String KIND = "RoleBinding";

    private RoleBinding(DataObject document) {
        super(document, KIND);
    }

    /**
     * The RoleBinding that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static RoleBinding of(DataObject document) {
        return new RoleBinding(document);
    }

    /** Writes a new RoleBinding. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a RoleBinding that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** {@code Role} or {@code ClusterRole}. */
    public String roleKind() {
        return text("roleRef", "kind");
    }

    /** The role's name. */
    public String roleName() {
        return text("roleRef", "name");
    }

    /** Namespace and name of the service accounts, joined by a slash. */
    public List<String> serviceAccounts() {
        return Part.parts(
                document(),
                subject -> subject.findText("namespace").orElse("") + "/"
                        + subject.findText("name").orElse(""),
                "subjects");
    }

    /** Writes a RoleBinding. */
    public static final class Builder extends ResourceBuilder<RoleBinding, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the role. */
        @CanIgnoreReturnValue
        public Builder role(String kind, String name) {
            return set(
                    DataObject.builder()
                            .put("apiGroup", "rbac.authorization.k8s.io")
                            .put("kind", kind)
                            .put("name", name)
                            .build(),
                    "roleRef");
        }

        /** Adds a service account. */
        @CanIgnoreReturnValue
        public Builder serviceAccount(String namespace, String name) {
            return append(
                    DataObject.builder()
                            .put("kind", "ServiceAccount")
                            .put("name", name)
                            .put("namespace", namespace)
                            .build(),
                    "subjects");
        }

        @Override
        public RoleBinding build() {
            return new RoleBinding(document());
        }
    }
}
