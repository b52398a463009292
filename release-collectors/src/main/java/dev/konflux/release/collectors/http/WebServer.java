package dev.konflux.release.collectors.http;

import dev.konflux.release.collectors.Cancellation;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.ServerException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls web servers: every answer has a time limit, body included, and a size limit; busy servers are asked again; of redirects only those of
 * a GET are followed, and what identifies the caller stays with the server it was meant for. Failures name the server alone: addresses of hooks
 * are secrets.
 */
public final class WebServer {

    private static final int LARGEST_ANSWER = 64 << 20;
    private static final int MOST_REDIRECTS = 30;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final HttpAccess access;
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
        this.access = HttpAccess.of(client).within(answerTimeout);
        this.retries = retries;
        this.cancellation = cancellation;
    }

    /**
     * Gets a page.
     *
     * @param headers sent to any server
     * @param credentials headers sent to the server of this address alone
     */
    public HttpAnswer get(String address, Map<String, String> headers, Map<String, String> credentials) {
        URI first = uri(address);
        URI next = first;
        boolean trusted = true;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpRequest.Builder request = request(next).GET();
            headers.forEach(request::header);
            if (trusted) {
                credentials.forEach(request::header);
            }
            HttpAnswer answer = call(request.build());
            String location = answer.header("location").orElse("");
            if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
                return answer;
            }
            next = resolve(next, location);
            trusted = trusted && isSameServer(first, next);
        }
        throw CollectorFailure.of("ERROR: " + server(first) + " redirects more than " + MOST_REDIRECTS + " times");
    }

    /** Sends a JSON text. */
    public HttpAnswer send(String method, String address, Map<String, String> headers, String json) {
        HttpRequest.Builder request = request(uri(address))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        return call(request.build());
    }

    private HttpAnswer call(HttpRequest request) {
        try {
            for (int tried = 1; tried < retries.tries(); tried++) {
                cancellation.check();
                Optional<HttpAnswer> answer = tryOnce(request);
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
                    CollectorFailure.OUT_OF_TIME, "stopped while waiting for " + server(request.uri()), e);
        }
    }

    private Optional<HttpAnswer> tryOnce(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(callOnce(request));
        } catch (CollectorFailure e) {
            return Optional.empty();
        }
    }

    private HttpAnswer callOnce(HttpRequest request) throws InterruptedException {
        try {
            return access.send(request, LARGEST_ANSWER);
        } catch (ServerException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            // Its message names the whole address, so it is no cause to be shown.
            throw CollectorFailure.of(server(request.uri()) + ": " + e.problem());
        }
    }

    private static HttpRequest.Builder request(URI address) {
        try {
            return HttpRequest.newBuilder(address);
        } catch (IllegalArgumentException e) {
            throw CollectorFailure.of("not an address of a server: " + server(address));
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw CollectorFailure.of("not an address of a server: " + e.getReason());
        }
    }

    private static URI resolve(URI base, String location) {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw CollectorFailure.of(server(base) + " redirects to something that is no address");
        }
    }

    private static boolean isSameServer(URI from, URI to) {
        return String.valueOf(from.getHost()).equalsIgnoreCase(to.getHost())
                && from.getPort() == to.getPort()
                && String.valueOf(from.getScheme()).equalsIgnoreCase(to.getScheme());
    }

    private static String server(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
