package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.operator.Effect.BindingOrder;
import dev.konflux.release.testkit.runs.Phase;
import java.util.List;
import java.util.Optional;

/** Draws the rights a run's service account needs. */
final class RoleBindings {

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String ACCESS_ROLE = "release-pipeline-resource-role";

    private RoleBindings() {}

    /** Access to the release's resources in a namespace, for a service account of perhaps another one. */
    static BindingOrder access(
            String slot, Release release, String namespace, String account, String accountNamespace) {
        String prefix = release.name() + "-rolebinding-for-" + ACCESS_ROLE + "-";
        return new BindingOrder(
                slot,
                Optional.empty(),
                binding(prefix, namespace, "ClusterRole", ACCESS_ROLE, account, accountNamespace));
    }

    /** Access to some secrets. An empty list of names grants all of them, as it does in the operator. */
    static BindingOrder secrets(Phase phase, Release release, String namespace, String account, List<String> secrets) {
        DataObject.Builder rule = DataObject.builder()
                .put("apiGroups", DataArray.of(Data.of("")))
                .put("resources", DataArray.of(Data.of("secrets")))
                .put("verbs", DataArray.of(Data.of("get")));
        if (!secrets.isEmpty()) {
            rule.put("resourceNames", DataArray.ofTexts(secrets));
        }
        DataObject role = named("Role", release.name() + "-role-for-" + phase.runType() + "-", namespace)
                .put("rules", DataArray.of(rule.build()))
                .build();
        String prefix = release.name() + "-rolebinding-for-" + phase.runType() + "-";
        return new BindingOrder(
                Bindings.SECRET, Optional.of(role), binding(prefix, namespace, "Role", "", account, namespace));
    }

    private static DataObject binding(
            String prefix, String namespace, String roleKind, String role, String account, String accountNamespace) {
        DataObject subject = DataObject.builder()
                .put("kind", "ServiceAccount")
                .put("name", account)
                .put("namespace", accountNamespace)
                .build();
        return named("RoleBinding", prefix, namespace)
                .put(
                        "roleRef",
                        DataObject.builder()
                                .put("apiGroup", RBAC)
                                .put("kind", roleKind)
                                .put("name", role)
                                .build())
                .put("subjects", DataArray.of(subject))
                .build();
    }

    private static DataObject.Builder named(String kind, String prefix, String namespace) {
        return DataObject.builder()
                .put("apiVersion", RBAC + "/v1")
                .put("kind", kind)
                .put("metadata", DataObject.of("generateName", Data.of(prefix), "namespace", Data.of(namespace)));
    }
}
