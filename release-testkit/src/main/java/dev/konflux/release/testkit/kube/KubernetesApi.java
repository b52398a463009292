package dev.konflux.release.testkit.kube;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The API server on the loopback address, for clients that need a network. Without encryption and without users.
 *
 * <pre>{@code
 * try (KubernetesApi api = KubernetesApi.serve(store)) {
 *     // kubectl --server=<api.url()> get releases --all-namespaces
 * }
 * }</pre>
 */
public final class KubernetesApi implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final KubernetesHandler handler;

    private KubernetesApi(KubernetesHandler handler) throws IOException {
        this.handler = handler;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Serves the objects of a store on a free port. */
    public static KubernetesApi serve(ObjectStore store) {
        return serve(KubernetesHandler.of(store));
    }

    /** Serves what the handler answers on a free port. */
    public static KubernetesApi serve(KubernetesHandler handler) {
        try {
            return new KubernetesApi(handler);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on the loopback address", e);
        }
    }

    /** Its address, without a final slash. */
    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            KubernetesResponse response = isUpgrade(exchange)
                    ? KubernetesResponse.plain(503, "streams are chunked here\n")
                    : handler.answer(request(exchange));
            response.headers()
                    .entries()
                    .forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
            if (response.watch().isPresent()) {
                exchange.sendResponseHeaders(response.status(), 0);
                new WatchFeed(handler.store(), response.watch().get()).writeTo(exchange.getResponseBody());
            } else {
                send(exchange, response);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Clients that would like a web socket take the chunked stream after this answer. */
    private static boolean isUpgrade(HttpExchange exchange) {
        return "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"));
    }

    private static KubernetesRequest request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        try (InputStream body = exchange.getRequestBody()) {
            String text = new String(body.readNBytes(RequestBody.LARGEST + 1), StandardCharsets.UTF_8);
            return new KubernetesRequest(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query(exchange), headers, text);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw == null) {
            return query;
        }
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.putIfAbsent(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, KubernetesResponse response) throws IOException {
        byte[] bytes = response.body()
                .map(DataObject::toString)
                .orElse(response.text())
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    /** Ends all streams and frees the port and the threads. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
