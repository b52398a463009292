package dev.konflux.release.testkit.server;

import com.sun.net.httpserver.HttpExchange;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request to answer. */
final class ServedRequest {

    private static final int LARGEST_BODY = 64 << 20;

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final String authorization;
    private final String contentType;
    private final byte[] body;

    private ServedRequest(
            String method,
            String path,
            Map<String, String> query,
            String authorization,
            String contentType,
            byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.authorization = authorization;
        this.contentType = contentType;
        this.body = body;
    }

    static ServedRequest of(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            return new ServedRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                            .orElse("")),
                    header(exchange, "Authorization") + header(exchange, "PRIVATE-TOKEN"),
                    header(exchange, "Content-Type"),
                    body.readNBytes(LARGEST_BODY));
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static Map<String, String> query(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String parameter : text.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                values.put(decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Unescaped. */
    String path() {
        return path;
    }

    /** Unescaped values by name; of equal names the last. */
    Map<String, String> query() {
        return query;
    }

    /** The header's value, or that of GitLab's own header for tokens; empty without one. */
    String authorization() {
        return authorization;
    }

    /** The header's value; empty without one. */
    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    String method() {
        return method;
    }

    boolean is(String expectedMethod) {
        return method.equals(expectedMethod);
    }

    /** A number of the query that is not negative. */
    int number(String name, int otherwise) {
        String text = query.getOrDefault(name, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    /** The body as a JSON object; an empty one when it is none. */
    DataObject json() {
        try {
            Data value = JsonReader.create().read(new String(body, StandardCharsets.UTF_8), "");
            return value.asObject().orElse(DataObject.empty());
        } catch (DataSyntaxException e) {
            return DataObject.empty();
        }
    }
}
