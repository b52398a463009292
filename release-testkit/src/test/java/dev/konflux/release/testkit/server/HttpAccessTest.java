package dev.konflux.release.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpAccessTest {

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private final HttpAccess http = HttpAccess.of(HttpClient.newHttpClient());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private URI serve(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                handler.handle(exchange);
            }
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/start");
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    @Test
    void anAnswerIsReadAsJson() throws IOException {
        URI server = serve(exchange -> answer(exchange, "{\"a\": 1}"));

        assertThat(http.to(server).get().json()).hasToString("{\"a\":1}");
    }

    @Test
    void credentialsDoNotFollowARedirectToAnotherHost() throws IOException {
        URI other = serve(exchange -> answer(exchange, "{}"));
        URI first = serve(exchange -> redirect(exchange, other.toString()));

        HttpAnswer answer =
                http.to(first).secret("Authorization", "Bearer s3cret").get();

        assertThat(answer.address()).isEqualTo(other);
        assertThat(authorizations).containsExactly("Bearer s3cret", "null");
    }

    @Test
    void credentialsFollowARedirectOnTheSameHost() throws IOException {
        URI server = serve(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/start")) {
                redirect(exchange, "/moved");
            } else {
                answer(exchange, "{}");
            }
        });

        http.to(server).secret("Authorization", "Bearer s3cret").get();

        assertThat(authorizations).containsExactly("Bearer s3cret", "Bearer s3cret");
    }

    @Test
    void redirectsInACircleComeToAnEnd() throws IOException {
        URI server = serve(exchange -> redirect(exchange, "/start"));

        assertThatThrownBy(() -> http.to(server).get())
                .isInstanceOf(ServerException.class)
                .hasMessageEndingWith("/start: more than 5 redirects");
    }

    @Test
    void anAnswerLargerThanAskedForIsRefused() throws IOException {
        URI server = serve(exchange -> answer(exchange, "x".repeat(1001)));

        assertThatThrownBy(() -> http.to(server).atMost(1000).get())
                .isInstanceOf(ServerException.class)
                .hasMessageEndingWith("no answer: the answer is larger than 1000 bytes");
    }

    @Test
    void aBodyThatStopsHalfwayIsNotWaitedForLongerThanAllowed() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        URI server = serve(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> http.within(Duration.ofMillis(100)).to(server).get())
                .isInstanceOf(ServerException.class)
                .hasMessageEndingWith("no answer within 100 ms");
        end.countDown();
    }

    @Test
    void aMessageNamesTheAddressWithoutItsQuery() throws IOException {
        URI server = serve(exchange -> exchange.sendResponseHeaders(503, -1));

        assertThatThrownBy(() -> http.to(server).query("token", "s3cret").get().requireSuccess())
                .isInstanceOfSatisfying(ServerException.class, e -> {
                    assertThat(e.status()).isEqualTo(503);
                    assertThat(e).hasMessage(server + ": answered 503");
                });
    }

    @Test
    void namesInAPathCannotLeadElsewhere() throws IOException {
        List<String> paths = new ArrayList<>();
        URI server = serve(exchange -> {
            paths.add(exchange.getRequestURI().getRawPath());
            answer(exchange, "{}");
        });

        http.to(server, "..", "a/b", "c d").get();

        assertThat(paths).containsExactly("/start/%2E%2E/a%2Fb/c%20d");
    }

    @Test
    void aClientThatFollowsRedirectsByItselfIsRefused() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatIllegalArgumentException().isThrownBy(() -> HttpAccess.of(following));
    }
}
