package dev.konflux.release.model.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One request in the making. Whatever {@link #secret} adds goes to the host asked first and to no other. */
public final class HttpCall {

    private static final int DEFAULT_LIMIT = 16 << 20;
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpAccess access;
    private URI address;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private String accept = "application/json";
    private int limit = DEFAULT_LIMIT;

    HttpCall(HttpAccess access, URI address) {
        this.access = access;
        this.address = address;
    }

    /** The media types that are understood; JSON when nothing else is said. */
    @CanIgnoreReturnValue
    public HttpCall accepting(String mediaTypes) {
        this.accept = mediaTypes;
        return this;
    }

    /** The largest body that is taken in, in bytes; 16 MiB when nothing else is said. */
    @CanIgnoreReturnValue
    public HttpCall atMost(int bytes) {
        this.limit = bytes;
        return this;
    }

    /** One more parameter of the query, escaped. */
    @CanIgnoreReturnValue
    public HttpCall query(String name, String value) {
        String separator = address.getRawQuery() == null ? "?" : "&";
        address = URI.create(address + separator + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    /** A header with a secret, such as {@code Authorization}. */
    @CanIgnoreReturnValue
    public HttpCall secret(String header, String value) {
        secrets.put(header, value);
        return this;
    }

    /**
     * Reads. Redirects are followed, without secrets to other hosts and never from https to http.
     *
     * @throws ServerException when there is no answer; answers of any status are answers
     */
    public HttpAnswer get() {
        URI here = address;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpAnswer answer = access.send(request(here).GET().build(), limit);
            String location = answer.header("location").orElse("");
            if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
                return answer;
            }
            here = next(here, location);
        }
        throw ServerException.of(address, "more than " + MOST_REDIRECTS + " redirects");
    }

    /**
     * Sends JSON by POST; redirects are answers.
     *
     * @throws ServerException when there is no answer
     */
    public HttpAnswer post(Data body) {
        return send("POST", body);
    }

    /**
     * Sends JSON by PATCH; redirects are answers.
     *
     * @throws ServerException when there is no answer
     */
    public HttpAnswer patch(Data body) {
        return send("PATCH", body);
    }

    private HttpAnswer send(String method, Data body) {
        HttpRequest request = request(address)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
        return access.send(request, limit);
    }

    private HttpRequest.Builder request(URI here) {
        HttpRequest.Builder request = builder(here).header("Accept", accept);
        if (isSameOrigin(address, here)) {
            secrets.forEach(request::header);
        }
        return request;
    }

    private static HttpRequest.Builder builder(URI here) {
        try {
            return HttpRequest.newBuilder(here);
        } catch (IllegalArgumentException e) {
            throw ServerException.of(here, "not an address of a server");
        }
    }

    private static URI next(URI here, String location) {
        URI next;
        try {
            next = here.resolve(location);
        } catch (IllegalArgumentException e) {
            throw ServerException.of(here, "redirects to something that is no address");
        }
        if ("https".equals(here.getScheme()) && !"https".equals(next.getScheme())) {
            throw ServerException.of(here, "redirects to an address that is not encrypted");
        }
        return next;
    }

    private static boolean isSameOrigin(URI first, URI second) {
        return String.valueOf(first.getHost()).equalsIgnoreCase(second.getHost())
                && first.getPort() == second.getPort()
                && String.valueOf(first.getScheme()).equalsIgnoreCase(second.getScheme());
    }
}
