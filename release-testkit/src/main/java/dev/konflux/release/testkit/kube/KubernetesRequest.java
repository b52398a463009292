package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the API server.
 *
 * @param path the path, its escapes decoded
 * @param query the first value of every parameter
 * @param headers the first value of every header; names in lower case
 * @param body the text of the body; empty when there is none; a protobuf message has one character a byte
 */
public record KubernetesRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    /** Keeps its own copies. */
    public KubernetesRequest {
        query = ImmutableMap.copyOf(query);
        headers = headers.entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, second) -> first));
    }

    /** A request without parameters, headers and body. */
    public static KubernetesRequest of(String method, String path) {
        return new KubernetesRequest(method, path, Map.of(), Map.of(), "");
    }

    /** The same request with a body of a media type. */
    public KubernetesRequest with(String mediaType, String text) {
        return new KubernetesRequest(method, path, query, Map.of("content-type", mediaType), text);
    }

    /** The same request with a parameter more. */
    public KubernetesRequest asking(String name, String value) {
        Map<String, String> more = ImmutableMap.<String, String>builder()
                .putAll(query)
                .put(name, value)
                .buildKeepingLast();
        return new KubernetesRequest(method, path, more, headers, body);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    boolean isTrue(String name) {
        return parameter(name)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }

    /** The media type of the body without its parameters. */
    Optional<String> mediaType() {
        return Optional.ofNullable(headers.get("content-type"))
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    /** The value of a header; empty text when it is not there. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String accepted() {
        return headers.getOrDefault("accept", "");
    }
}
