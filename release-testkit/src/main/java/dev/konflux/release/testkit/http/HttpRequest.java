package dev.konflux.release.testkit.http;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A request as it came in.
 *
 * @param target path and query as they were sent
 * @param headers names in lower case; values of a header that came several times are joined by commas
 * @param body one character a byte
 */
public record HttpRequest(String method, String target, Map<String, String> headers, String body) {

    /** Keeps its own copy. */
    public HttpRequest {
        headers = ImmutableMap.copyOf(headers);
    }

    /** The value of a header; empty text when it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
