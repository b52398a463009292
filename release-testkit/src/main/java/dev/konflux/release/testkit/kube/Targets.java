package dev.konflux.release.testkit.kube;

import dev.konflux.release.testkit.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Requests of the network as the handler reads them. */
final class Targets {

    private Targets() {}

    /** The request; empty when its path or query cannot be read. */
    static Optional<KubernetesRequest> read(HttpRequest request) {
        int mark = request.target().indexOf('?');
        String path = mark < 0 ? request.target() : request.target().substring(0, mark);
        String query = mark < 0 ? "" : request.target().substring(mark + 1);
        try {
            // A plus sign is a blank in a query alone.
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(new KubernetesRequest(
                    request.method(), decoded, parameters(query), request.headers(), body(request)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Everything but protobuf is text. */
    private static String body(HttpRequest request) {
        boolean isBinary = request.header("content-type").contains("protobuf");
        return isBinary
                ? request.body()
                : new String(request.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
