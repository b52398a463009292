package dev.konflux.release.testkit.server;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Jira on the loopback address: every search finds all issues it was given, page by page, and single issues can be asked for. It
 * remembers the requests, without credentials.
 */
public final class JiraServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final String SEARCH = "/rest/api/3/search/jql";

    private final HttpServer server;
    private final ExecutorService threads;
    private final int pageSize;
    private final List<DataObject> issues = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private JiraServer(int pageSize) throws IOException {
        this.pageSize = pageSize;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A server with pages of 50 issues on a free port. */
    public static JiraServer start() {
        return start(50);
    }

    /** A server with pages of the given size on a free port. */
    public static JiraServer start(int pageSize) {
        try {
            return new JiraServer(pageSize);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on the loopback address", e);
        }
    }

    /** Its address, without a final slash. */
    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** Adds an issue to be found. */
    @CanIgnoreReturnValue
    public JiraServer issue(String key, String summary) {
        return issue(key, DataObject.of("summary", Data.of(summary)));
    }

    /** Adds an issue with the given fields to be found. */
    @CanIgnoreReturnValue
    public JiraServer issue(String key, DataObject fields) {
        issues.add(DataObject.of("key", Data.of(key), "fields", fields));
        return this;
    }

    /** Method and address of every request so far, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        String path = exchange.getRequestURI().getPath();
        if (!exchange.getRequestHeaders().containsKey("Authorization")) {
            send(exchange, UNAUTHORIZED, message("You are not authenticated."));
        } else if (path.equals(SEARCH)) {
            send(exchange, OK, page(start(exchange)));
        } else {
            Optional<DataObject> issue = issues.stream()
                    .filter(found ->
                            path.endsWith("/issue/" + found.findText("key").orElse("")))
                    .findFirst();
            send(
                    exchange,
                    issue.isPresent() ? OK : NOT_FOUND,
                    issue.orElseGet(() -> message("Issue does not exist or you do not have permission to see it.")));
        }
    }

    private static DataObject message(String text) {
        return DataObject.of("errorMessages", DataArray.ofTexts(List.of(text)));
    }

    private static int start(HttpExchange exchange) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("nextPageToken="))
                .map(part -> URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8))
                .filter(token -> token.matches("\\d{1,9}"))
                .findFirst()
                .map(Integer::parseInt)
                .orElse(0);
    }

    private DataObject page(int start) {
        List<DataObject> all = new ArrayList<>(issues);
        int from = Math.min(start, all.size());
        int to = Math.min(from + pageSize, all.size());
        DataObject.Builder page = DataObject.builder().put("issues", DataArray.of(all.subList(from, to)));
        if (to < all.size()) {
            page.put("nextPageToken", String.valueOf(to));
        }
        return page.put("isLast", to == all.size()).build();
    }

    private static void send(HttpExchange exchange, int status, DataObject body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Frees the port and the threads. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
