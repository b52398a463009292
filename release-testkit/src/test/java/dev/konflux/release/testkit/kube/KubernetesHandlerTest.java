package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KubernetesHandlerTest {

    private static final String RELEASES = "/apis/appstudio.redhat.com/v1alpha1/namespaces/shop/releases";
    private static final String RELEASE = """
            {"apiVersion": "appstudio.redhat.com/v1alpha1", "kind": "Release", "metadata": {"name": "first"},
             "spec": {"releasePlan": "plan", "snapshot": "shot"}}""";

    private final ObjectStore store = new ObjectStore(
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            NameSource.counting(),
            ClusterAdmission.full());
    private final KubernetesHandler cluster = KubernetesHandler.of(store);

    private KubernetesResponse send(String method, String path, String type, String body) {
        return cluster.answer(KubernetesRequest.of(method, path).with(type, body));
    }

    private KubernetesResponse get(String path) {
        return cluster.answer(KubernetesRequest.of("GET", path));
    }

    private void shopWithOneRelease() {
        send(
                "POST",
                "/api/v1/namespaces",
                "application/json",
                "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"shop\"}}");
        assertThat(send("POST", RELEASES, "application/json", RELEASE).status()).isEqualTo(201);
    }

    private static String text(KubernetesResponse response, String... path) {
        return response.body().orElseThrow().findText(path).orElse("");
    }

    private static String padded(String document, int size) {
        return document.replace("PAD", "x".repeat(size));
    }

    @Test
    void bodiesObjectsAndAnnotationsHaveTheirOwnLimits() {
        shopWithOneRelease();
        String large = RELEASE.replace("\"snapshot\": \"shot\"", "\"snapshot\": \"shot\", \"data\": {\"a\": \"PAD\"}");
        String annotated =
                RELEASE.replace("\"name\": \"first\"", "\"name\": \"noted\", \"annotations\": {\"a\": \"PAD\"}");
        String map =
                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"map\"}, \"data\": {\"k\": \"PAD\"}}";

        assertThat(text(send("POST", RELEASES, "application/json", padded(large, 3 << 20)), "message"))
                .isEqualTo("Request entity too large: limit is 3145728");
        assertThat(text(send("POST", RELEASES, "application/json", padded(large, 1600 << 10)), "message"))
                .isEqualTo("etcdserver: request is too large");
        assertThat(text(send("POST", RELEASES, "application/json", padded(annotated, 257 << 10)), "message"))
                .isEqualTo("Release.appstudio.redhat.com \"noted\" is invalid: metadata.annotations: Too long:"
                        + " may not be more than 262144 bytes");
        assertThat(text(
                        send("POST", "/api/v1/namespaces/shop/configmaps", "application/json", padded(map, 1025 << 10)),
                        "message"))
                .isEqualTo("ConfigMap \"map\" is invalid: []: Too long: may not be more than 1048576 bytes");
    }

    @Test
    void anObjectThatWasCreatedIsRead() {
        shopWithOneRelease();

        assertThat(text(get(RELEASES + "/first"), "spec", "snapshot")).isEqualTo("shot");
    }

    @Test
    void anAbsentNamespaceTakesNoObjects() {
        KubernetesResponse answer = send("POST", RELEASES, "application/json", RELEASE);

        assertThat(text(answer, "message")).isEqualTo("namespaces \"shop\" not found");
    }

    @Test
    void anUnknownResourceIsNoPage() {
        assertThat(get("/apis/appstudio.redhat.com/v1alpha1/nothings").text()).isEqualTo("404 page not found\n");
    }

    @Test
    void aTriedWriteChangesNothing() {
        shopWithOneRelease();
        cluster.answer(KubernetesRequest.of("DELETE", RELEASES + "/first").asking("dryRun", "All"));

        assertThat(get(RELEASES + "/first").status()).isEqualTo(200);
    }

    @Test
    void aJsonPatchThatDoesNotApplyIsRefusedAsAWhole() {
        shopWithOneRelease();
        KubernetesResponse answer = send("PATCH", RELEASES + "/first", "application/json-patch+json", """
                [{"op": "replace", "path": "/spec/snapshot", "value": "other"},
                 {"op": "remove", "path": "/spec/absent"}]""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(text(get(RELEASES + "/first"), "spec", "snapshot")).isEqualTo("shot");
    }

    @Test
    void aDocumentCopiedIntoItselfOverAndOverIsTooLarge() {
        shopWithOneRelease();
        String copy = "{\"op\": \"copy\", \"from\": \"/spec\", \"path\": \"/spec/l/-\"}";
        String patch = "[{\"op\": \"add\", \"path\": \"/spec/l\", \"value\": []}" + ("," + copy).repeat(60) + "]";

        assertThat(send("PATCH", RELEASES + "/first", "application/json-patch+json", patch)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anObjectThatLeavesTheSelectorIsDeletedForTheWatcher() {
        shopWithOneRelease();
        WatchStream watch = cluster.answer(KubernetesRequest.of("GET", RELEASES)
                        .asking("watch", "true")
                        .asking("labelSelector", "!done"))
                .watch()
                .orElseThrow();
        assertThat(watch.take())
                .extracting(event -> event.findText("type").orElse(""))
                .containsExactly("ADDED");

        send(
                "PATCH",
                RELEASES + "/first",
                "application/merge-patch+json",
                "{\"metadata\": {\"labels\": {\"done\": \"yes\"}}}");

        assertThat(watch.take())
                .extracting(event -> event.findText("type").orElse(""))
                .containsExactly("DELETED");
    }

    @Test
    void brokenBodiesAreBadRequests() {
        shopWithOneRelease();

        for (String body : new String[] {"", "{", "[]", "7", "{\"kind\": 7}", "[".repeat(100_000)}) {
            assertThat(send("POST", RELEASES, "application/json", body).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aListIsReadInParts() {
        shopWithOneRelease();
        send("POST", RELEASES, "application/json", RELEASE.replace("first", "second"));
        DataObject part = cluster.answer(KubernetesRequest.of("GET", RELEASES).asking("limit", "1"))
                .body()
                .orElseThrow();
        DataObject rest = cluster.answer(KubernetesRequest.of("GET", RELEASES)
                        .asking(
                                "continue",
                                part.findText("metadata", "continue").orElseThrow()))
                .body()
                .orElseThrow();

        assertThat(part.items("items")).hasSize(1);
        assertThat(rest.items("items"))
                .extracting(item -> item.findText("metadata", "name").orElse(""))
                .containsExactly("second");
    }

    @Test
    void theFakeServiceTakesUpReleasesThatClientsCreate() throws IOException, InterruptedException {
        ReleasePlan plan = ReleasePlan.builder()
                .namespace("shop")
                .name("plan")
                .application("app")
                .build();
        try (FakeReleaseService service = FakeReleaseService.start(plan);
                KubernetesApi api = service.serve()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + RELEASES))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(RELEASE))
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode();

            assertThat(status).isEqualTo(201);
            assertThat(service.reconciliations()).anyMatch(line -> line.contains("shop/first"));
        }
    }

    @Test
    void theServerAnswersOverTheNetwork() throws IOException, InterruptedException {
        shopWithOneRelease();
        try (KubernetesApi api = KubernetesApi.serve(store)) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(api.url() + RELEASES + "?watch=true&timeoutSeconds=1"))
                    .build();
            String events = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();

            assertThat(events.lines()).hasSize(1).first().asString().contains("\"ADDED\"");
        }
    }
}
