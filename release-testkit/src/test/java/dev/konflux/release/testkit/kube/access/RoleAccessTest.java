package dev.konflux.release.testkit.kube.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoleAccessTest {

    private final ObjectStore store =
            new ObjectStore(() -> Instant.EPOCH, NameSource.counting(), AdmissionChain.open());
    private final Access access = Access.byRoles();
    private final User ann = User.named("ann", "team");

    private void stored(String text) {
        store.as("admin").create(JsonReader.create().read(text, "").asObject().orElseThrow());
    }

    private void role(String kind, String place, String rule) {
        stored(
                "{\"apiVersion\": \"rbac.authorization.k8s.io/v1\", \"kind\": \"%s\", \"metadata\": {\"name\": \"reader\"%s}, \"rules\": [%s]}"
                        .formatted(kind, place, rule));
    }

    private void binding(String kind, String place, String role) {
        stored("""
                {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "%s", "metadata": {"name": "team"%s},
                 "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "%s", "name": "reader"},
                 "subjects": [{"kind": "Group", "name": "team"}]}""".formatted(kind, place, role));
    }

    private Verdict reads(String namespace) {
        return access.judge(ann, Attempt.at("get", "", "secrets", namespace, "s"), store);
    }

    private static final String IN_DEV = ", \"namespace\": \"dev\"";
    private static final String READS_SECRETS =
            "{\"apiGroups\": [\"\"], \"resources\": [\"secrets\"], \"verbs\": [\"get\"]}";

    @Test
    void aRoleCountsInItsOwnNamespace() {
        role("Role", IN_DEV, READS_SECRETS);
        binding("RoleBinding", IN_DEV, "Role");

        assertThat(reads("dev").reason())
                .isEqualTo("RBAC: allowed by RoleBinding \"team/dev\" of Role \"reader\" to Group \"team\"");
        assertThat(reads("other").isAllowed()).isFalse();
        assertThat(reads("").isAllowed()).isFalse();
    }

    @Test
    void aRoleOfTheClusterThatIsBoundInANamespaceCountsThereAlone() {
        role("ClusterRole", "", READS_SECRETS);
        binding("RoleBinding", IN_DEV, "ClusterRole");

        assertThat(reads("dev").reason())
                .isEqualTo("RBAC: allowed by RoleBinding \"team/dev\" of ClusterRole \"reader\" to Group \"team\"");
        assertThat(reads("other").isAllowed()).isFalse();
    }

    @Test
    void aRoleOfTheClusterThatIsBoundEverywhereCountsEverywhere() {
        role("ClusterRole", "", READS_SECRETS);
        binding("ClusterRoleBinding", "", "ClusterRole");

        assertThat(reads("other").reason())
                .isEqualTo("RBAC: allowed by ClusterRoleBinding \"team\" of ClusterRole \"reader\" to Group \"team\"");
        assertThat(reads("").isAllowed()).isTrue();
        assertThat(access.judge(User.named("bob"), Attempt.at("get", "", "secrets", "", "s"), store)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void aBindingOfTheClusterCannotNameARoleOfANamespace() {
        role("Role", IN_DEV, READS_SECRETS);
        binding("ClusterRoleBinding", "", "Role");

        assertThat(reads("dev").isAllowed()).isFalse();
    }

    @Test
    void pathsThatNameNoResourceMayEndInAStar() {
        role("ClusterRole", "", "{\"nonResourceURLs\": [\"/metrics\", \"/logs/*\"], \"verbs\": [\"get\"]}");
        binding("ClusterRoleBinding", "", "ClusterRole");

        assertThat(access.judge(ann, Attempt.at("get", "/logs/today"), store).isAllowed())
                .isTrue();
        assertThat(access.judge(ann, Attempt.at("get", "/metrics/cadvisor"), store)
                        .isAllowed())
                .isFalse();
        assertThat(access.judge(ann, Attempt.at("post", "/logs/today"), store).isAllowed())
                .isFalse();
    }
}
