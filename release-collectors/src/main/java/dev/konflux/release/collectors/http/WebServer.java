package dev.konflux.release.collectors.http;

import dev.konflux.release.collectors.Cancellation;
import dev.konflux.release.collectors.CollectorFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls web servers: every answer has a time limit, body included, and a size limit; busy servers are asked again; of redirects only those of
 * a GET are followed, and what identifies the caller stays with the server it was meant for. Failures name the address without its query,
 * and no header.
 */
public final class WebServer {

    private static final int LARGEST_ANSWER = 64 << 20;
    private static final int MOST_REDIRECTS = 30;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final Duration answerTimeout;
    private final Retries retries;
    private final Cancellation cancellation;

    /**
     * Calls with the given client.
     *
     * @throws CollectorFailure when the client follows redirects itself, because it would carry every header along
     */
    public WebServer(HttpClient client, Duration answerTimeout, Retries retries, Cancellation cancellation) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw CollectorFailure.of("the HTTP client follows redirects itself, which would hand credentials on; "
                    + "expected one that never does");
        }
        this.client = client;
        this.answerTimeout = answerTimeout;
        this.retries = retries;
        this.cancellation = cancellation;
    }

    /**
     * Gets a page.
     *
     * @param headers sent to any server
     * @param credentials headers sent to the server of this address alone
     */
    public WebAnswer get(String address, Map<String, String> headers, Map<String, String> credentials) {
        URI first = uri(address);
        URI next = first;
        boolean trusted = true;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpRequest.Builder request = request(next).GET();
            headers.forEach(request::header);
            if (trusted) {
                credentials.forEach(request::header);
            }
            WebAnswer answer = call(request.build());
            String location = answer.location().orElse("");
            if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
                return answer;
            }
            next = resolve(next, location);
            trusted = trusted && isSameServer(first, next);
        }
        throw CollectorFailure.of("ERROR: " + printable(first) + " redirects more than " + MOST_REDIRECTS + " times");
    }

    /** Sends a JSON text. */
    public WebAnswer send(String method, String address, Map<String, String> headers, String json) {
        HttpRequest.Builder request = request(uri(address))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        return call(request.build());
    }

    private WebAnswer call(HttpRequest request) {
        try {
            for (int tried = 1; tried < retries.tries(); tried++) {
                cancellation.check();
                Optional<WebAnswer> answer = tryOnce(request);
                if (answer.isPresent() && !Retries.isBusy(answer.get())) {
                    return answer.get();
                }
                retries.await(tried, answer);
            }
            cancellation.check();
            return callOnce(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CollectorFailure(
                    CollectorFailure.OUT_OF_TIME, "stopped while waiting for " + printable(request.uri()), e);
        }
    }

    private Optional<WebAnswer> tryOnce(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(callOnce(request));
        } catch (CollectorFailure e) {
            return Optional.empty();
        }
    }

    private WebAnswer callOnce(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new WebAnswer(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("location"),
                    response.headers().firstValue("retry-after"));
        } catch (ExecutionException e) {
            throw new CollectorFailure(1, "no answer from " + printable(request.uri()) + ": " + reason(e), e);
        } catch (TimeoutException e) {
            throw new CollectorFailure(
                    1, "no answer from " + printable(request.uri()) + " within " + answerTimeout.toMillis() + " ms", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
        return cause instanceof IOException
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
    }

    private static HttpRequest.Builder request(URI address) {
        try {
            return HttpRequest.newBuilder(address);
        } catch (IllegalArgumentException e) {
            throw new CollectorFailure(1, "not an address of a server: " + printable(address), e);
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new CollectorFailure(1, "not an address of a server: " + text.replaceFirst("[?#].*", ""), e);
        }
    }

    private static URI resolve(URI base, String location) {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new CollectorFailure(1, printable(base) + " redirects to something that is no address", e);
        }
    }

    private static boolean isSameServer(URI from, URI to) {
        return String.valueOf(from.getHost()).equalsIgnoreCase(to.getHost())
                && from.getPort() == to.getPort()
                && String.valueOf(from.getScheme()).equalsIgnoreCase(to.getScheme());
    }

    private static String printable(URI address) {
        return address.getScheme() + "://" + address.getHost() + address.getPath();
    }
}
