package dev.konflux.release.model.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The way to servers: a client of the JDK and how long an answer, body included, may take. Nothing is tried a second time,
 * unless the client itself asks again where a kept connection turned out to be closed.
 *
 * <pre>{@code
 * HttpAccess http = HttpAccess.of(HttpClient.newHttpClient()).within(Duration.ofSeconds(10));
 * }</pre>
 */
public final class HttpAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final Duration patience;

    private HttpAccess(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /**
     * Access by the given client, 30 seconds an answer.
     *
     * @throws IllegalArgumentException when the client follows redirects by itself: it would take credentials along
     */
    public static HttpAccess of(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client must not follow redirects: it would hand credentials on");
        }
        return new HttpAccess(client, PATIENCE);
    }

    /** The same access with other patience for each answer. */
    public HttpAccess within(Duration longest) {
        return new HttpAccess(client, longest);
    }

    /** Starts a request. */
    public HttpCall to(URI address) {
        return new HttpCall(this, address);
    }

    /**
     * Starts a request for something below an address.
     *
     * @param base an address without query
     * @param segments names as they are; what may not stand in a path is escaped, a slash too
     */
    public HttpCall to(URI base, String... segments) {
        String path = Arrays.stream(segments).map(HttpAccess::segment).collect(Collectors.joining("/"));
        String front = base.toString();
        return new HttpCall(this, URI.create((front.endsWith("/") ? front : front + "/") + path));
    }

    /** A path of dots would lead somewhere else. */
    private static String segment(String name) {
        String escaped = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return name.equals(".") || name.equals("..") ? escaped.replace(".", "%2E") : escaped;
    }

    /**
     * Sends a request of one's own making; redirects are answers.
     *
     * @param limit size of the largest body that is taken in, in bytes
     * @throws ServerException when there is no answer; the thread stays interrupted when that is why
     */
    public HttpAnswer send(HttpRequest request, int limit) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new BoundedBody(limit));
        try {
            return new HttpAnswer(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw ServerException.of(request.uri(), "no answer within " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw ServerException.of(request.uri(), "stopped while waiting for the answer");
        } catch (ExecutionException e) {
            throw ServerException.of(request.uri(), reason(e));
        }
    }

    private static String reason(ExecutionException problem) {
        Throwable cause = Optional.ofNullable(problem.getCause()).orElse(problem);
        String said = Optional.ofNullable(cause.getMessage())
                .orElseGet(() -> cause.getClass().getSimpleName());
        return cause instanceof IOException ? "no answer: " + said : said;
    }
}
