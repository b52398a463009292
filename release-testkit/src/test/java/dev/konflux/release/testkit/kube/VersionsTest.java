package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import org.junit.jupiter.api.Test;

/** Kinds that are served in several versions, of which one is stored. */
class VersionsTest {

    private static final String PATH = "/apis/appstudio.redhat.com/%s/namespaces/shop/integrationtestscenarios";
    private static final String WARNING =
            "299 - \"The v1beta1 version is deprecated and will be automatically migrated to v1beta2\"";

    private final KubernetesHandler cluster = KubernetesHandler.of(Stores.withNamespaces("shop"));

    private KubernetesResponse create(String version, String spec) {
        return cluster.answer(KubernetesRequest.of("POST", PATH.formatted(version))
                .with(
                        "application/json",
                        "{\"apiVersion\": \"appstudio.redhat.com/%s\", \"kind\": \"IntegrationTestScenario\", \"metadata\": {\"name\": \"smoke\"}, \"spec\": %s}"
                                .formatted(version, spec)));
    }

    private KubernetesResponse get(String version) {
        return cluster.answer(KubernetesRequest.of("GET", PATH.formatted(version) + "/smoke"));
    }

    private static DataObject spec(KubernetesResponse response) {
        return response.body().orElseThrow().findObject("spec").orElseThrow();
    }

    @Test
    void aVersionShowsTheFieldsItHas() {
        create(
                "v1beta2",
                "{\"application\": \"shop\", \"dependents\": [\"x\"], \"resolverRef\": {\"resolver\": \"git\", \"params\": []}}");

        assertThat(spec(get("v1beta2")).names()).containsExactly("application", "dependents", "resolverRef");
        assertThat(spec(get("v1beta1")).names()).containsExactly("application", "resolverRef");
        assertThat(get("v1beta1").body().orElseThrow().findText("apiVersion")).contains("appstudio.redhat.com/v1beta1");
    }

    @Test
    void aDocumentIsJudgedByTheVersionItIsWrittenIn() {
        KubernetesResponse created =
                create("v1alpha1", "{\"application\": \"shop\", \"bundle\": \"quay.io/b\", \"pipeline\": \"p\"}");
        KubernetesResponse refused = create("v1beta1", "{\"application\": \"shop\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(spec(created))
                .isEqualTo(DataObject.of("application", dev.konflux.release.model.data.Data.of("shop")));
        assertThat(refused.body().orElseThrow().findText("message").orElse(""))
                .contains("spec.resolverRef: Required value");
    }

    @Test
    void usersOfADeprecatedVersionAreWarnedWhateverTheyDo() {
        assertThat(get("v1beta1").status()).isEqualTo(404);
        assertThat(get("v1beta1").headers().get("warning")).containsExactly(WARNING);
        assertThat(create("v1beta1", "{\"application\": \"shop\", \"odd\": 1}")
                        .headers()
                        .get("warning"))
                .containsExactly(WARNING, "299 - \"unknown field \\\"spec.odd\\\"\"");
        assertThat(get("v1beta2").headers().get("warning")).isEmpty();
    }
}
