package dev.konflux.release.notes.tracker;

import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.HttpCall;
import dev.konflux.release.model.http.ServerException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Issue trackers reached over HTTP. The login is used for {@link TrackerSite#SUPPORTED} alone, and only where it is asked for.
 *
 * <pre>{@code
 * IssueTracker tracker = HttpIssueTracker.anonymous(http).loggedInAs("bot@example.com", token);
 * }</pre>
 */
public final class HttpIssueTracker implements IssueTracker {

    private final HttpAccess http;
    private final Optional<String> authorization;
    private final Map<String, URI> places;

    private HttpIssueTracker(HttpAccess http, Optional<String> authorization, Map<String, URI> places) {
        this.http = http;
        this.authorization = authorization;
        this.places = places;
    }

    /** Asks without a login. */
    public static HttpIssueTracker anonymous(HttpAccess http) {
        return new HttpIssueTracker(http, Optional.empty(), Map.of());
    }

    /** The same, with a login for the supported site. */
    public HttpIssueTracker loggedInAs(String user, String token) {
        byte[] bytes = (user + ":" + token).getBytes(StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(bytes);
        return new HttpIssueTracker(http, Optional.of(basic), places);
    }

    /**
     * The same, with a site answered by another server, such as a mirror or a server of a test.
     *
     * @param place stands for {@code https://SITE}
     */
    public HttpIssueTracker at(String site, URI place) {
        Map<String, URI> more = new TreeMap<>(places);
        more.put(site, place);
        return new HttpIssueTracker(http, authorization, more);
    }

    @Override
    public TrackerReply get(String url, Login login) {
        try {
            return reply(call(URI.create(url), login).get());
        } catch (ServerException | IllegalArgumentException e) {
            // an id that fits in no address is one the tracker does not have
            return TrackerReply.failure(0);
        }
    }

    private HttpCall call(URI address, Login login) {
        URI place = places.get(String.valueOf(address.getHost()));
        HttpCall call = http.to(place == null ? address : URI.create(place + address.getRawPath()));
        if (login == Login.SERVICE && TrackerSite.SUPPORTED.equals(address.getHost())) {
            authorization.ifPresent(value -> call.secret("Authorization", value));
        }
        return call;
    }

    private static TrackerReply reply(HttpAnswer answer) {
        if (!answer.isSuccess()) {
            return TrackerReply.failure(answer.status());
        }
        try {
            return TrackerReply.of(answer.json());
        } catch (ServerException noJson) {
            return TrackerReply.failure(answer.status());
        }
    }
}
