package dev.konflux.release.testkit;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.KubernetesApi;
import dev.konflux.release.testkit.runs.Phase;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fake service as a fabric8 client and the test's Java see it: one cluster. */
class ServedReleaseServiceTest {

    private static FakeReleaseService start(FakeReleaseServiceBuilder builder) {
        return builder.start(
                Resources.of(Worlds.plan().build(), Worlds.admission().build(), Worlds.policy(), Worlds.snapshot()));
    }

    private static KubernetesClient client(KubernetesApi api) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(api.config().masterUrl())
                        .build())
                .build();
    }

    private static Resource<GenericKubernetesResource> release(KubernetesClient client) {
        return client.genericKubernetesResources("appstudio.redhat.com/v1alpha1", "Release")
                .inNamespace("team")
                .withName("first");
    }

    private static Release first() {
        return Release.builder()
                .namespace("team")
                .name("first")
                .snapshot("build-1")
                .releasePlan("plan")
                .build();
    }

    private static Release create(KubernetesClient client) {
        client.resource(first().document().toString()).create();
        return first();
    }

    @Test
    void aReleaseThatAClientCreatesIsSeenThroughByTheOperator() {
        try (FakeReleaseService konflux = start(FakeReleaseService.builder());
                KubernetesApi api = konflux.serve();
                KubernetesClient client = client(api)) {
            Release created = create(client);

            Release done = new PendingRelease(konflux, created).await();

            assertThat(done).isReleased().succeeded(Phase.MANAGED);
            assertThat(release(client).get().<String>get("status", "managedProcessing", "pipelineRun"))
                    .startsWith("managed/");
        }
    }

    @Test
    void withoutTheOperatorNobodyButTheClientFollowsUp() {
        try (FakeReleaseService konflux = start(FakeReleaseService.builder().withoutOperator());
                KubernetesApi api = konflux.serve();
                KubernetesClient client = client(api)) {
            create(client);
            konflux.clock().settle();

            assertThat(konflux.find(first()).orElseThrow().document().has("status"))
                    .isFalse();
            assertThat(client.genericKubernetesResources("tekton.dev/v1", "PipelineRun")
                            .inAnyNamespace()
                            .list()
                            .getItems())
                    .isEmpty();
            release(client).editStatus(found -> {
                found.setAdditionalProperty("status", Map.of("automated", true));
                return found;
            });
            assertThat(konflux.find(first()).orElseThrow().document().find("status", "automated"))
                    .contains(Data.of(true));
        }
    }

    @Test
    void aNamespaceGoesWithItsReleasesOnceTheOperatorLetsThemGo() {
        try (FakeReleaseService konflux = start(FakeReleaseService.builder());
                KubernetesApi api = konflux.serve();
                KubernetesClient client = client(api)) {
            create(client);

            client.namespaces().withName("team").delete();

            assertThat(konflux.find(first())).isEmpty();
            assertThat(konflux.find(Worlds.snapshot())).isEmpty();
            assertThat(client.namespaces().withName("team").get()).isNull();
            assertThat(client.namespaces().withName("managed").get()).isNotNull();
        }
    }

    @Test
    void whatATestDeletesTakesItsDependentsAlong() {
        try (FakeReleaseService konflux = start(FakeReleaseService.builder());
                KubernetesApi api = konflux.serve();
                KubernetesClient client = client(api)) {
            DataObject snapshot = konflux.find(Worlds.snapshot()).orElseThrow().document();
            client.configMaps()
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace("team")
                            .withName("notes")
                            .addNewOwnerReference()
                            .withApiVersion("appstudio.redhat.com/v1alpha1")
                            .withKind("Snapshot")
                            .withName("build-1")
                            .withUid(snapshot.findText("metadata", "uid").orElseThrow())
                            .endOwnerReference()
                            .endMetadata()
                            .build())
                    .create();

            konflux.delete(Worlds.snapshot());

            assertThat(client.configMaps().inNamespace("team").withName("notes").get())
                    .isNull();
        }
    }
}
