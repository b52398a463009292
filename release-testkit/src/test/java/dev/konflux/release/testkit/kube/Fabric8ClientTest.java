package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.testkit.kube.access.Access;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.kube.access.Users;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Java services do with fabric8's client, as it was recorded against a real API server. */
class Fabric8ClientTest {

    private final KubernetesApi api = KubernetesApi.serve(Stores.withNamespaces("dev"));
    private final KubernetesClient client = client(api.config().in("dev"));

    private static KubernetesClient client(ClientConfig config) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl(config.masterUrl())
                        .withCaCertData(config.caCertData().isEmpty() ? null : config.caCertData())
                        .withOauthToken(config.oauthToken().isEmpty() ? null : config.oauthToken())
                        .withNamespace(config.namespace())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            releases() {
        return client.genericKubernetesResources("appstudio.redhat.com/v1alpha1", "Release");
    }

    private static GenericKubernetesResource release(String name) {
        GenericKubernetesResource release = new GenericKubernetesResource();
        release.setApiVersion("appstudio.redhat.com/v1alpha1");
        release.setKind("Release");
        release.setMetadata(new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
                .withName(name)
                .withNamespace("dev")
                .build());
        release.setAdditionalProperty("spec", Map.of("releasePlan", "rp", "snapshot", "snap"));
        return release;
    }

    @Test
    void createsReadsListsAndDeletes() {
        releases().inNamespace("dev").resource(release("rel")).create();

        assertThat(releases()
                        .inNamespace("dev")
                        .withName("rel")
                        .get()
                        .getMetadata()
                        .getGeneration())
                .isEqualTo(1);
        assertThat(releases().inAnyNamespace().list().getItems()).hasSize(1);
        assertThat(releases().inNamespace("dev").withName("rel").delete()).hasSize(1);
        assertThat(releases().inNamespace("dev").withName("rel").get()).isNull();
        assertThat(releases().inNamespace("dev").withName("absent").delete()).isEmpty();
    }

    @Test
    void editsByJsonPatch() {
        releases().inNamespace("dev").resource(release("rel")).create();

        GenericKubernetesResource edited = releases()
                .inNamespace("dev")
                .withName("rel")
                .edit(found -> {
                    found.getMetadata().setLabels(Map.of("a", "b"));
                    return found;
                });

        assertThat(edited.getMetadata().getLabels()).containsEntry("a", "b");
    }

    @Test
    void mergePatchesButDoesNotPatchCustomKindsStrategically() {
        releases().inNamespace("dev").resource(release("rel")).create();
        Resource<GenericKubernetesResource> rel = releases().inNamespace("dev").withName("rel");

        GenericKubernetesResource patched =
                rel.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"gracePeriodDays\":3}}");

        assertThat(patched.<Integer>get("spec", "gracePeriodDays")).isEqualTo(3);
        assertThatThrownBy(() -> rel.patch(PatchContext.of(PatchType.STRATEGIC_MERGE), "{}"))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("unknown format");
    }

    @Test
    void appliesOnTheServer() {
        GenericKubernetesResource applied = releases()
                .inNamespace("dev")
                .resource(release("rel"))
                .fieldManager("alice")
                .serverSideApply();
        GenericKubernetesResource other = release("rel");
        other.setAdditionalProperty("spec", Map.of("releasePlan", "rp", "snapshot", "other"));

        assertThat(applied.getMetadata().getManagedFields()).hasSize(1);
        assertThatThrownBy(() -> releases()
                        .inNamespace("dev")
                        .resource(other)
                        .fieldManager("bob")
                        .serverSideApply())
                .hasMessageContaining("conflict with \"alice\": .spec.snapshot");
        assertThat(releases()
                        .inNamespace("dev")
                        .resource(other)
                        .fieldManager("bob")
                        .forceConflicts()
                        .serverSideApply()
                        .<String>get("spec", "snapshot"))
                .isEqualTo("other");
    }

    @Test
    void watches() throws InterruptedException {
        LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (var watch = releases().inNamespace("dev").watch(new Watcher<GenericKubernetesResource>() {
            @Override
            public void eventReceived(Action action, GenericKubernetesResource resource) {
                seen.add(action + " " + resource.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {}
        })) {
            releases().inNamespace("dev").resource(release("rel")).create();

            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("ADDED rel");
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void keepsAnInformerUpToDate() {
        releases().inNamespace("dev").resource(release("first")).create();
        try (var informer = releases().inNamespace("dev").inform()) {
            releases().inNamespace("dev").resource(release("second")).create();
            releases()
                    .inNamespace("dev")
                    .withName("second")
                    .waitUntilCondition(found -> found != null, 20, TimeUnit.SECONDS);

            assertThat(informer.getStore().list()).hasSizeBetween(1, 2);
        }
    }

    @Test
    void writesBuiltInKinds() {
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("more")
                        .endMetadata()
                        .build())
                .create();
        client.configMaps()
                .inNamespace("more")
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("cm")
                        .endMetadata()
                        .addToData("k", "v")
                        .build())
                .create();
        client.configMaps()
                .inNamespace("more")
                .withName("cm")
                .edit(map -> new ConfigMapBuilder(map).addToData("l", "w").build());

        assertThat(client.configMaps().inNamespace("more").withName("cm").get().getData())
                .isEqualTo(Map.of("k", "v", "l", "w"));
    }

    @Test
    void seesRefusalsAsStatus() {
        GenericKubernetesResource bad = release("bad");
        bad.setAdditionalProperty("spec", Map.of("releasePlan", "rp"));

        assertThatThrownBy(() -> releases().inNamespace("dev").resource(bad).create())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refused -> assertThat(refused.getStatus()
                                        .getDetails()
                                        .getCauses()
                                        .get(0)
                                        .getField())
                                .isEqualTo("spec.snapshot"));
    }

    @Test
    void showsWhoItIsOverTls() {
        KubernetesHandler handler = KubernetesHandler.builder()
                .users(Users.byToken(
                        Map.of("secret-1", User.named("boss", User.MASTERS), "secret-2", User.named("guest"))))
                .access(Access.byRoles())
                .over(Stores.withNamespaces("dev"));
        KubernetesApi.Builder builder = KubernetesApi.builder();
        builder.tls();
        try (KubernetesApi secure = builder.serve(handler);
                KubernetesClient boss = client(secure.config().withToken("secret-1"));
                KubernetesClient guest = client(secure.config().withToken("secret-2"))) {
            assertThat(boss.namespaces().list().getItems()).hasSize(1);
            assertThatThrownBy(() -> guest.configMaps().inNamespace("dev").list())
                    .hasMessageContaining("User \"guest\" cannot list resource \"configmaps\"");
        }
    }

    @Test
    void servesKindsOfTheTest() {
        KubernetesHandler handler = KubernetesHandler.builder()
                .kind(KindDefinition.custom("example.com", "v1", "Widget", "widgets"))
                .over(Stores.withNamespaces("dev"));
        try (KubernetesApi widgets = KubernetesApi.serve(handler);
                KubernetesClient user = client(widgets.config().in("dev"))) {
            GenericKubernetesResource widget = release("w");
            widget.setApiVersion("example.com/v1");
            widget.setKind("Widget");
            user.resource(widget).create();

            assertThat(user
                            .genericKubernetesResources("example.com/v1", "Widget")
                            .inNamespace("dev")
                            .list()
                            .getItems()
                            .stream()
                            .map(found -> found.getMetadata().getName())
                            .toList())
                    .isEqualTo(List.of("w"));
        }
    }
}
