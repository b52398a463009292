package dev.konflux.release.model.registry;

import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.ServerException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the challenges of registries, and remembers what they accepted, a repository at a time. */
final class RegistryTokens {

    private static final Pattern PARAMETER = Pattern.compile("(\\w{1,40})=\"([^\"]{0,2000})\"");
    private static final int LARGEST_TOKEN = 1 << 20;

    private final HttpAccess http;
    private final RegistryLogins logins;
    private final Map<String, String> accepted = new ConcurrentHashMap<>();

    RegistryTokens(HttpAccess http, RegistryLogins logins) {
        this.http = http;
        this.logins = logins;
    }

    /** What was accepted for this repository before. */
    Optional<String> known(ImageReference reference) {
        return Optional.ofNullable(accepted.get(reference.name()));
    }

    /** The header that answers a challenge; empty when nothing can. */
    Optional<String> answer(ImageReference reference, HttpAnswer refusal) {
        String challenge = refusal.header("WWW-Authenticate").orElse("");
        String scheme = challenge.split(" ", 2)[0];
        Optional<String> answer = Optional.empty();
        if (scheme.equalsIgnoreCase("Bearer")) {
            answer = token(reference, refusal.address(), parameters(challenge));
        } else if (scheme.equalsIgnoreCase("Basic")) {
            answer = logins.basicFor(reference);
        }
        answer.ifPresent(header -> accepted.put(reference.name(), header));
        return answer;
    }

    /** The token service may be any host, so it gets credentials on an encrypted way only; it is asked for no more than reading. */
    private Optional<String> token(ImageReference reference, URI registry, Map<String, String> challenge) {
        String realm = challenge.getOrDefault("realm", "");
        URI address = uri(
                registry,
                realm + (realm.contains("?") ? "&" : "?") + "service="
                        + encode(challenge.getOrDefault("service", "")) + "&scope="
                        + encode("repository:" + reference.repository() + ":pull"));
        if (!"https".equals(address.getScheme()) && !Loopback.isHost(address.getHost())) {
            throw ServerException.of(registry, "names a token service that is not encrypted");
        }
        var call = http.to(address).atMost(LARGEST_TOKEN);
        logins.basicFor(reference).ifPresent(basic -> call.secret("Authorization", basic));
        HttpAnswer answer = call.get();
        if (!answer.isSuccess()) {
            return Optional.empty();
        }
        var granted = answer.json();
        return granted.findText("token")
                .or(() -> granted.findText("access_token"))
                .filter(token -> token.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .map(token -> "Bearer " + token);
    }

    private static URI uri(URI registry, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw ServerException.of(registry, "names a token service that is no address");
        }
    }

    private static Map<String, String> parameters(String challenge) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2));
        }
        return parameters;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
