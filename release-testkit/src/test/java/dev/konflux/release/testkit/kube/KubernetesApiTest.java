package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server on the network: bad clients, and what is left when it is closed. */
class KubernetesApiTest {

    private static final String RELEASES = "/apis/appstudio.redhat.com/v1alpha1/namespaces/dev/releases";

    private final ObjectStore store = Stores.withNamespaces("dev");
    private final KubernetesApi api = server(Duration.ofSeconds(20));

    private KubernetesApi server(Duration patience) {
        KubernetesApi.Builder builder = KubernetesApi.builder();
        builder.patience(patience);
        return builder.serve(KubernetesHandler.of(store));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private static int port(KubernetesApi server) {
        return Integer.parseInt(server.url().substring(server.url().lastIndexOf(':') + 1));
    }

    private int port() {
        return port(api);
    }

    /** Sends bytes as they are and returns everything that comes back until the server closes. */
    private String raw(String text) throws IOException {
        return raw(api, text);
    }

    private static String raw(KubernetesApi server, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(server))) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String post(String type, String body) throws IOException {
        return raw("POST " + RELEASES + " HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: " + type
                + "\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
    }

    private void isWell() throws IOException {
        assertThat(raw("GET /readyz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("\r\n\r\nok");
        assertThat(store.list("Release", Selection.everything())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"kind\": 1}",
                "{\"apiVersion\": \"appstudio.redhat.com/v1alpha1\", \"kind\": \"Release\", \"metadata\": []}",
                "{\"apiVersion\": \"appstudio.redhat.com/v1alpha1\", \"kind\": \"Release\", \"metadata\": {\"name\": 7}}",
                "\u0000\u0001\u0002",
                "{\"a\":\"\\ud800\"}"
            })
    void aMalformedBodyIsABadRequest(String body) throws IOException {
        assertThat(post("application/json", body))
                .startsWith("HTTP/1.1 400 Bad Request")
                .contains("\"code\":400");
        isWell();
    }

    @Test
    void aBodyNestedWithoutEndIsABadRequest() throws IOException {
        assertThat(post("application/json", "{\"a\":".repeat(100_000))).startsWith("HTTP/1.1 400");
        assertThat(post("application/yaml", "[".repeat(100_000))).startsWith("HTTP/1.1 400");
        isWell();
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItsEnd() throws IOException {
        String head = "POST " + RELEASES + " HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

        assertThat(raw(head + "content-length: 99999999999\r\n\r\n" + "x".repeat(3_200_000)))
                .startsWith("HTTP/1.1 413")
                .contains("Request entity too large: limit is 3145728");
        isWell();
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415",
        "application/xml, 415",
        "application/json-patch+json, 415",
        "application/yaml; charset=utf-8, 400"
    })
    void aWrongContentTypeIsNotRead(String type, String status) throws IOException {
        assertThat(post(type, "{}")).startsWith("HTTP/1.1 " + status);
        isWell();
    }

    @Test
    void protobufOfACustomKindEndsTheConnectionWithoutAnAnswer() throws IOException {
        assertThat(post("application/vnd.kubernetes.protobuf", "{}")).isEmpty();
        isWell();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /%zz HTTP/1.1|400",
                "GET /api/v1/namespaces/..%2f..%2fetc%2fpasswd HTTP/1.1|404",
                "GET /apis//appstudio.redhat.com HTTP/1.1|404",
                "GET /api/v1/namespaces/%00 HTTP/1.1|404",
                "GET http://elsewhere/ HTTP/1.1|400",
                "GET * HTTP/1.1|400",
                "GET / HTTP/9.9|505",
                "GET /|400",
                "get / HTTP/1.1|400",
                "\u0016\u0003\u0001 x|400"
            })
    void aTrickInThePathIsAnswered(String line, String status) throws IOException {
        assertThat(raw(line + "\r\nhost: x\r\nconnection: close\r\n\r\n")).startsWith("HTTP/1.1 " + status);
        isWell();
    }

    @Test
    void aFloodOfHeadersIsRefused() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(400_000))).startsWith("HTTP/1.1 431");
        assertThat(raw("GET / HTTP/1.1\r\na: " + "b".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 414");
        assertThat(raw("GET / HTTP/1.1\r\nno colon\r\n\r\n")).startsWith("HTTP/1.1 400");
        isWell();
    }

    @Test
    void lengthsThatContradictAreRefused() throws IOException {
        String head = "POST " + RELEASES + " HTTP/1.1\r\nhost: x\r\n";

        assertThat(raw(head + "content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw(head + "content-length: -1\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw(head + "transfer-encoding: gzip\r\n\r\n")).startsWith("HTTP/1.1 501");
        assertThat(raw(head + "transfer-encoding: chunked\r\n\r\nzz\r\n")).startsWith("HTTP/1.1 400");
        isWell();
    }

    @Test
    void aSlowClientIsNotWaitedFor() throws IOException {
        try (KubernetesApi impatient = server(Duration.ofMillis(300))) {
            assertThat(raw(impatient, "POST " + RELEASES + " HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"))
                    .startsWith("HTTP/1.1 408");
            assertThat(raw(impatient, "GET / HT")).isEmpty();
        }
        isWell();
    }

    @Test
    void aClientThatIsCutOffLeavesNothingBehind() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write(("POST " + RELEASES + " HTTP/1.1\r\ncontent-length: 1000\r\n\r\n{\"apiVersion\"")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.setSoLinger(true, 0);
        }
        isWell();
    }

    @Test
    void aClientThatDoesNotReadHoldsNobodyUp() throws IOException {
        String map = "{\"metadata\": {\"name\": \"map%d\"}, \"data\": {\"a\": \"" + "x".repeat(200_000) + "\"}}";
        try (Socket deaf = new Socket(InetAddress.getLoopbackAddress(), port())) {
            deaf.getOutputStream()
                    .write("GET /api/v1/configmaps?watch=true HTTP/1.1\r\nhost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 40; i++) {
                String body = map.formatted(i);
                assertThat(raw("POST /api/v1/namespaces/dev/configmaps HTTP/1.1\r\nhost: x\r\nconnection: close\r\n"
                                + "content-length: " + body.length() + "\r\n\r\n" + body))
                        .startsWith("HTTP/1.1 201");
            }
            isWell();
        }
    }

    @Test
    void whoDoesNotEncryptGetsNothingFromAServerThatDoes() throws IOException {
        try (KubernetesApi encrypted = KubernetesApi.builder().tls().serve(KubernetesHandler.of(store))) {
            assertThat(raw(encrypted, "GET /readyz HTTP/1.1\r\nhost: x\r\n\r\n"))
                    .doesNotContain("HTTP/1.1", "ok");
        } catch (java.net.SocketException e) {
            // Reset is as good as nothing.
        }
        isWell();
    }

    @Test
    void chunksThatNeverEndAreCutAtTheLimit() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

        assertThat(raw("POST " + RELEASES + " HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n"
                        + chunk.repeat(60)))
                .startsWith("HTTP/1.1 413");
        isWell();
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertThat(post("application/json", "[".repeat(100_000))).startsWith("HTTP/1.1 400");
        assertThat(post("application/json", "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000)))
                .startsWith("HTTP/1.1 400");
        assertThat(post("application/yaml", "[".repeat(50_000))).startsWith("HTTP/1.1 400");
        isWell();
    }

    @Test
    void bytesAtRandomAreSurvived() throws IOException {
        java.util.Random random = new java.util.Random(4711);
        for (int i = 0; i < Integer.getInteger("testkit.fuzz", 100); i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            raw(new String(noise, StandardCharsets.ISO_8859_1) + "\r\n\r\n");
        }
        isWell();
    }

    @Test
    void closingGivesBackThreadsAndThePort() throws IOException, InterruptedException {
        Queue<Thread> started = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            started.add(thread);
            return thread;
        });
        KubernetesApi.Builder builder = KubernetesApi.builder();
        builder.threads(threads);
        KubernetesApi closed = builder.serve(KubernetesHandler.of(Stores.withNamespaces("dev")));
        int port = port(closed);
        try (Socket watching = new Socket(InetAddress.getLoopbackAddress(), port)) {
            watching.getOutputStream()
                    .write(("GET " + RELEASES + "?watch=true HTTP/1.1\r\nhost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(watching.getInputStream().read()).isEqualTo('H');
            closed.close();
            watching.getInputStream().readAllBytes();
        } catch (java.net.SocketException e) {
            // Reset is as good as closed.
        }

        assertThat(threads.isTerminated()).isTrue();
        assertThat(started).isNotEmpty();
        for (Thread thread : started) {
            thread.join(10_000); // it ends a moment after its pool says so
            assertThat(thread.isAlive()).isFalse();
        }
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    void manyClientsWatchAtOnce() throws IOException {
        List<Socket> watching = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
                watching.add(socket);
                socket.getOutputStream()
                        .write(("GET /api/v1/namespaces?watch=true HTTP/1.1\r\nhost: x\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            for (Socket socket : watching) {
                socket.setSoTimeout(10_000);
                byte[] seen = socket.getInputStream().readNBytes(200);
                assertThat(new String(seen, StandardCharsets.UTF_8)).contains("\"type\":\"ADDED\"");
            }
        } finally {
            for (Socket socket : watching) {
                socket.close();
            }
        }
        assertThat(store.find(new ObjectKey("Namespace", "", "dev"))).isPresent();
    }
}
