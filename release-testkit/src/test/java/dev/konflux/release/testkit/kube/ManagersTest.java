package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is remembered as the owner of a field. */
class ManagersTest {

    private static final String MAPS = "/api/v1/namespaces/shop/configmaps";
    private static final String MERGE = "application/merge-patch+json";
    private static final String APPLY = "application/apply-patch+yaml";

    private final KubernetesHandler cluster = KubernetesHandler.of(Stores.withNamespaces("shop"));

    private List<Data> ownersAfter(String method, String path, String manager, String type, String body) {
        DataObject written = cluster.answer(KubernetesRequest.of(method, path)
                        .asking("fieldManager", manager)
                        .with(type, body))
                .body()
                .orElseThrow();
        return written.items("metadata", "managedFields");
    }

    private static List<String> names(List<Data> owners) {
        return owners.stream()
                .map(owner -> owner.findText("manager").orElse(""))
                .toList();
    }

    private void mapOfAlice() {
        ownersAfter(
                "POST",
                MAPS,
                "alice",
                "application/json",
                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"map\"}, \"data\": {\"a\": \"1\"}}");
    }

    private List<Data> patched(int number) {
        return ownersAfter(
                "PATCH",
                MAPS + "/map",
                "m%02d".formatted(number),
                MERGE,
                "{\"data\": {\"k%02d\": \"1\"}}".formatted(number));
    }

    @Test
    void theOldestOfMoreThanTenWritersLoseTheirNames() {
        mapOfAlice();
        for (int number = 1; number < 10; number++) {
            assertThat(names(patched(number))).hasSize(number + 1).contains("alice");
        }

        assertThat(names(patched(10))).hasSize(10).contains("ancient-changes").doesNotContain("alice", "m01");
        List<Data> owners = patched(11);

        assertThat(names(owners)).hasSize(10).startsWith("ancient-changes", "m03", "m04");
        assertThat(owners.get(0).find("fieldsV1").orElseThrow())
                .hasToString("{\"f:data\":{\".\":{},\"f:a\":{},\"f:k01\":{},\"f:k02\":{}}}");
    }

    @Test
    void thoseWhoApplyAreAllRemembered() {
        for (int number = 0; number < 12; number++) {
            String config =
                    "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"map\"}, \"data\": {\"k%d\": \"1\"}}"
                            .formatted(number);

            assertThat(names(ownersAfter("PATCH", MAPS + "/map", "applier" + number, APPLY, config)))
                    .hasSize(number + 1);
        }
    }
}
