package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final KubernetesHandler cluster = KubernetesHandler.builder()
            .kind(KindDefinition.custom("example.com", "v1", "Widget", "widgets")
                    .withShortName("wd"))
            .over(Stores.withNamespaces());

    private KubernetesResponse get(String path) {
        return cluster.answer(KubernetesRequest.of("GET", path));
    }

    @Test
    void everyCustomKindHasADefinition() {
        Data list = get(DEFINITIONS).body().orElseThrow();

        assertThat(list.findText("kind")).contains("CustomResourceDefinitionList");
        assertThat(list.items("items"))
                .extracting(item -> item.findText("metadata", "name").orElse(""))
                .contains("releases.appstudio.redhat.com", "pipelineruns.tekton.dev", "widgets.example.com")
                .doesNotContain("configmaps");
    }

    @Test
    void aDefinitionSaysWhatTheTestRegistered() {
        Data widget = get(DEFINITIONS + "/widgets.example.com").body().orElseThrow();

        assertThat(widget.find("spec", "names").orElseThrow())
                .hasToString("{\"kind\":\"Widget\",\"listKind\":\"WidgetList\",\"plural\":\"widgets\","
                        + "\"singular\":\"widget\",\"shortNames\":[\"wd\"]}");
        assertThat(widget.findText("spec", "scope")).contains("Namespaced");
    }

    @Test
    void aDefinitionThatIsNotThereIsNotFound() {
        assertThat(get(DEFINITIONS + "/gadgets.example.com")
                        .body()
                        .orElseThrow()
                        .findText("message"))
                .contains("customresourcedefinitions.apiextensions.k8s.io \"gadgets.example.com\" not found");
    }

    @Test
    void definitionsCannotBeWritten() {
        KubernetesRequest create = KubernetesRequest.of("POST", DEFINITIONS).with("application/json", "{}");

        assertThat(cluster.answer(create).status()).isEqualTo(404);
    }
}
