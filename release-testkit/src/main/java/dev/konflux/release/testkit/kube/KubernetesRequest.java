package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.data.Data;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

    /** A parameter is true unless it plainly says otherwise, even without a value. */
    boolean isTrue(String name) {
        String value = query.getOrDefault(name, "false");
        return !value.equalsIgnoreCase("false") && !value.equals("0");
    }

    /** A parameter that must be a number of 64 bits; empty when it is not there. */
    OptionalLong number(String name) {
        String text = query.get(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            String problem = text.matches("[-+]?\\d+") ? "value out of range" : "invalid syntax";
            throw Refusal.badRequest("strconv.ParseInt: parsing " + Data.of(text) + ": " + problem);
        }
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
