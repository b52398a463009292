package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server demands of its own kinds and adds to them. */
class BuiltInKindsTest {

    private static final String CORE = "/api/v1/namespaces/shop/";
    private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";

    private final KubernetesHandler cluster = KubernetesHandler.of(Stores.withNamespaces("shop"));

    private DataObject created(String path, String body) {
        return cluster.answer(KubernetesRequest.of("POST", path).with("application/json", body))
                .body()
                .orElseThrow();
    }

    private String refusal(String path, String body) {
        return created(path, body).findText("message").orElse("");
    }

    @Test
    void namesAndLabelsFollowTheirRules() {
        assertThat(refusal("/api/v1/namespaces", "{\"metadata\": {\"name\": \"UPPER\"}}"))
                .startsWith("Namespace \"UPPER\" is invalid: metadata.name: Invalid value: \"UPPER\":"
                        + " a lowercase RFC 1123 label must consist of");
        assertThat(refusal(CORE + "configmaps", "{\"metadata\": {\"name\": \"a_b\"}}"))
                .startsWith("ConfigMap \"a_b\" is invalid: metadata.name: Invalid value: \"a_b\":"
                        + " a lowercase RFC 1123 subdomain must consist of");
        assertThat(refusal(CORE + "secrets", "{\"metadata\": {\"name\": \"s\", \"labels\": {\"a\": \"b c\"}}}"))
                .startsWith("Secret \"s\" is invalid: metadata.labels: Invalid value: \"b c\": a valid label must be");
    }

    @Test
    void rolesMayHaveColonsInTheirNames() {
        assertThat(created(RBAC + "clusterroles", "{\"metadata\": {\"name\": \"system:reader\"}, \"rules\": []}")
                        .findText("metadata", "name"))
                .contains("system:reader");
        assertThat(refusal(RBAC + "clusterroles", "{\"metadata\": {\"name\": \"a%b\"}, \"rules\": []}"))
                .isEqualTo("ClusterRole.rbac.authorization.k8s.io \"a%b\" is invalid: metadata.name:"
                        + " Invalid value: \"a%b\": may not contain '%'");
    }

    @Test
    void aRoleWithoutRulesSaysSo() {
        assertThat(created(RBAC + "namespaces/shop/roles", "{\"metadata\": {\"name\": \"r\"}}")
                        .find("rules"))
                .contains(Data.nothing());
    }

    @ParameterizedTest
    @CsvSource({
        "YQ, illegal base64 data at input byte 0",
        "YQ=x, illegal base64 data at input byte 2",
        "YQ==YQ, illegal base64 data at input byte 4",
        "not base64!, illegal base64 data at input byte 3",
        "=, illegal base64 data at input byte 0"
    })
    void dataOfASecretMustBeEncoded(String data, String fault) {
        assertThat(refusal(
                        CORE + "secrets",
                        "{\"metadata\": {\"name\": \"s\"}, \"data\": {\"a\": \"%s\"}}".formatted(data)))
                .isEqualTo("Secret in version \"v1\" cannot be handled as a Secret: " + fault);
    }

    @Test
    void dataOfASecretMayBeBrokenIntoLines() {
        assertThat(created(CORE + "secrets", "{\"metadata\": {\"name\": \"s\"}, \"data\": {\"a\": \"YWJj\\nYQ==\\n\"}}")
                        .findText("kind"))
                .contains("Secret");
    }

    @Test
    void aBindingIsCompleted() {
        DataObject binding = created(RBAC + "namespaces/shop/rolebindings", """
                {"metadata": {"name": "b"}, "roleRef": {"kind": "Role", "name": "r"},
                 "subjects": [{"kind": "User", "name": "ann"}, {"kind": "ServiceAccount", "name": "robot"}]}""");

        assertThat(binding.findText("roleRef", "apiGroup")).contains("rbac.authorization.k8s.io");
        assertThat(binding.items("subjects"))
                .extracting(subject -> subject.findText("apiGroup").orElse("none"))
                .containsExactly("rbac.authorization.k8s.io", "none");
    }

    @Test
    void aBindingNamesARoleAndSubjectsOfKnownKinds() {
        assertThat(refusal(RBAC + "clusterrolebindings", """
                {"metadata": {"name": "b"}, "roleRef": {"kind": "Role", "name": "r"},
                 "subjects": [{"kind": "Robot", "name": "x"}, {"kind": "ServiceAccount", "name": "s"}]}""")).isEqualTo("""
                ClusterRoleBinding.rbac.authorization.k8s.io "b" is invalid: \
                [roleRef.kind: Unsupported value: "Role": supported values: "ClusterRole", \
                subjects[0].kind: Unsupported value: "Robot": supported values: "ServiceAccount", "User", "Group", \
                subjects[1].namespace: Required value]""");
    }

    @ParameterizedTest
    @CsvSource({"'reason=X,involvedObject.name=r', 1", "reason!=X, 0", "type=Normal, 1", "source=me, 0"})
    void eventsAreFoundByMoreFields(String selector, int count) {
        created(
                CORE + "events",
                "{\"metadata\": {\"name\": \"e\"}, \"involvedObject\": {\"name\": \"r\"}, \"reason\": \"X\", \"type\": \"Normal\"}");

        assertThat(cluster.answer(KubernetesRequest.of("GET", CORE + "events").asking("fieldSelector", selector))
                        .body()
                        .orElseThrow()
                        .items("items"))
                .hasSize(count);
    }
}
