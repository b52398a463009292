package dev.konflux.release.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.testkit.surroundings.AdvisoriesInMemory;
import dev.konflux.release.testkit.surroundings.CatalogInMemory;
import dev.konflux.release.testkit.surroundings.FlawsInMemory;
import dev.konflux.release.testkit.surroundings.ImagesInMemory;
import dev.konflux.release.testkit.surroundings.IssuesInMemory;
import dev.konflux.release.testkit.surroundings.SignaturesInMemory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every server of the package promises. */
class EveryServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    enum Kind {
        JIRA(() -> JiraServer.start(new IssuesInMemory().issue("SHOP-1", "slow")), "/rest/api/2/issue/SHOP-1"),
        REGISTRY(() -> RegistryServer.start(new ImagesInMemory(), "quay.io"), "/v2/shop/web/tags/list"),
        SIGNING(() -> SigningServer.start(new SignaturesInMemory()), "/v1/signatures"),
        CATALOG(() -> CatalogServer.start(new CatalogInMemory()), "/v1/images"),
        ADVISORIES(
                () -> AdvisoryServer.start(new AdvisoriesInMemory().commit("data/a.yaml", "text: 1\n", "add")),
                "/releng/advisories/-/raw/main/data/a.yaml"),
        FLAWS(() -> FlawServer.start(new FlawsInMemory()), "/auth/token");

        private final Supplier<LoopbackServer> server;
        private final String path;

        Kind(Supplier<LoopbackServer> server, String path) {
            this.server = server;
            this.path = path;
        }
    }

    private HttpResponse<String> get(LoopbackServer server, String path, String authorization)
            throws IOException, InterruptedException {
        return client.send(request(server, path, authorization), BodyHandlers.ofString());
    }

    private static HttpRequest request(LoopbackServer server, String path, String authorization) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", authorization)
                .header("X-API-KEY", "s3cret")
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void requestsAreRecordedWithoutTheirSecrets(Kind kind) throws Exception {
        try (LoopbackServer server = kind.server.get()) {
            get(server, kind.path + "?page=2&t%6Fken=s3cret&X-Amz-Signature=s3cret", "Bearer s3cret");
            get(server, kind.path, "s3cret");

            assertThat(server.requests())
                    .containsExactly(
                            new RecordedRequest("GET", kind.path, "page=2&t%6Fken=***&X-Amz-Signature=***", "Bearer"),
                            new RecordedRequest("GET", kind.path, "", "unnamed"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void requestFailsAsOrderedAndTheNextIsAnswered(Kind kind) throws Exception {
        try (LoopbackServer server = kind.server.get()) {
            server.suffer(ServerFault.status(503));

            assertThat(get(server, kind.path, "Bearer s3cret").statusCode()).isEqualTo(503);
            assertThat(get(server, kind.path, "Bearer s3cret").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionIsCutInTheMiddleOfTheBody(Kind kind) throws Exception {
        try (LoopbackServer server = kind.server.get()) {
            // Java's client asks again by itself, how often depends on its version.
            server.suffer(ServerFault.cutAfter(2).times(10));

            assertThatThrownBy(() -> get(server, kind.path, "Bearer s3cret")).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void answerIsHeldBackUntilTheTestOpensTheGate(Kind kind) throws Exception {
        try (LoopbackServer server = kind.server.get()) {
            Gate gate = new Gate();
            server.suffer(ServerFault.heldBy(gate));
            CompletableFuture<HttpResponse<String>> answer =
                    client.sendAsync(request(server, kind.path, "Bearer s3cret"), BodyHandlers.ofString());

            gate.awaitAnswer();
            assertThat(answer).isNotDone();
            gate.open();
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }
}
