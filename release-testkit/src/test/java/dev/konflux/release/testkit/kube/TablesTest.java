package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of built-in kinds, as {@code kubectl get} shows them. */
class TablesTest {

    private static final String BINDINGS = "/apis/rbac.authorization.k8s.io/v1/namespaces/shop/rolebindings";

    private final KubernetesHandler cluster = KubernetesHandler.of(Stores.withNamespaces("shop"));

    private Data table(String path) {
        Map<String, String> headers = Map.of("accept", "application/json;as=Table;v=v1;g=meta.k8s.io");
        return cluster.answer(new KubernetesRequest("GET", path, Map.of(), headers, ""))
                .body()
                .orElseThrow();
    }

    private static List<String> columns(Data table) {
        return table.items("columnDefinitions").stream()
                .map(column -> column.findText("name").orElse("") + " "
                        + column.findText("type").orElse("") + " "
                        + column.find("priority").orElseThrow())
                .toList();
    }

    @Test
    void aBindingNamesItsRoleAndWhomItIsFor() {
        cluster.answer(KubernetesRequest.of("POST", BINDINGS).with("application/json", """
                {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": {"name": "team"},
                 "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "reader"},
                 "subjects": [{"kind": "User", "name": "ann"}, {"kind": "User", "name": "bob"},
                  {"kind": "ServiceAccount", "name": "robot", "namespace": "ci"}]}"""));

        Data table = table(BINDINGS);

        assertThat(columns(table))
                .containsExactly(
                        "Name string 0",
                        "Role string 0",
                        "Age string 0",
                        "Users string 1",
                        "Groups string 1",
                        "ServiceAccounts string 1");
        assertThat(table.items("rows").get(0).find("cells").orElseThrow())
                .hasToString("[\"team\",\"ClusterRole/reader\",\"0s\",\"ann, bob\",\"\",\"ci/robot\"]");
    }

    @Test
    void aMapCountsItsEntries() {
        cluster.answer(
                KubernetesRequest.of("POST", "/api/v1/namespaces/shop/configmaps")
                        .with(
                                "application/json",
                                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"map\"}, \"data\": {\"a\": \"1\", \"b\": \"2\"}}"));

        Data table = table("/api/v1/namespaces/shop/configmaps");

        assertThat(columns(table)).containsExactly("Name string 0", "Data string 0", "Age string 0");
        assertThat(table.items("rows").get(0).find("cells").orElseThrow()).hasToString("[\"map\",2,\"0s\"]");
    }
}
