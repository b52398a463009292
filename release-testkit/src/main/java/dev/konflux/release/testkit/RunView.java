package dev.konflux.release.testkit;

import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Role;
import dev.konflux.release.model.RoleBinding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectReader;
import dev.konflux.release.testkit.store.ResourceTypes;
import dev.konflux.release.testkit.store.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The cluster as a pipeline run sees it. Of the secrets it sees those of its own namespace, which its pods can mount, and those of other
 * namespaces that a role there grants its service account by name.
 */
final class RunView implements ObjectReader {

    private static final String SECRET = "Secret";
    private static final String USUAL_ACCOUNT = "default";

    private final ObjectReader cluster;
    private final String namespace;
    private final String account;

    RunView(ObjectReader cluster, PipelineRun run) {
        this.cluster = cluster;
        this.namespace = run.namespace();
        this.account = run.serviceAccountName().orElse(USUAL_ACCOUNT);
    }

    @Override
    public Optional<DataObject> find(ObjectKey key) {
        if (key.kind().equals(SECRET) && !isVisible(key)) {
            throw new ApiException(ApiError.forbidden(
                    ResourceTypes.of(SECRET),
                    key.name(),
                    "User \"system:serviceaccount:" + namespace + ":" + account
                            + "\" cannot get resource \"secrets\" in API group \"\" in the namespace \""
                            + key.namespace()
                            + "\""));
        }
        return cluster.find(key);
    }

    /** Secrets that the run may not see are left out. */
    @Override
    public List<DataObject> list(String kind, Selection selection) {
        List<DataObject> all = cluster.list(kind, selection);
        return kind.equals(SECRET)
                ? all.stream().filter(secret -> isVisible(ObjectKey.of(secret))).toList()
                : all;
    }

    private boolean isVisible(ObjectKey secret) {
        return secret.namespace().equals(namespace)
                || cluster.list("RoleBinding", Selection.in(secret.namespace())).stream()
                        .map(RoleBinding::of)
                        .filter(binding -> binding.serviceAccounts().contains(namespace + "/" + account))
                        .anyMatch(binding -> grants(binding, secret.name()));
    }

    // The operator's ClusterRole reaches no secrets.
    private boolean grants(RoleBinding binding, String secret) {
        return binding.roleKind().equals("Role")
                && cluster.find(new ObjectKey("Role", binding.namespace(), binding.roleName())).map(Role::of).stream()
                        .flatMap(role -> role.rules().stream())
                        .anyMatch(rule -> has(rule, "resources", "secrets")
                                && has(rule, "verbs", "get")
                                && has(rule, "resourceNames", secret));
    }

    // A rule without names means every secret in Kubernetes; here it grants none, for nobody asks for that on purpose.
    private static boolean has(DataObject rule, String list, String word) {
        return rule.items(list).contains(Data.of(word));
    }
}
