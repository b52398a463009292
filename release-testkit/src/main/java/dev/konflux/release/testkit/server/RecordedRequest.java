package dev.konflux.release.testkit.server;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that a server got, without its secrets.
 *
 * @param method such as {@code GET}
 * @param path the path, escaped as it came
 * @param query the query as it came, values of secrets replaced by {@code ***}; empty when there is none
 * @param login the kind of credentials, {@code Basic} for instance; empty when there are none
 */
public record RecordedRequest(String method, String path, String query, String login) {

    private static final Set<String> SECRETS = Set.of(
            "token", "access_token", "private_token", "api_key", "apikey", "password", "secret", "signature", "sig");

    static RecordedRequest of(String method, URI address, @Nullable String authorization) {
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        String login = Optional.ofNullable(authorization).orElse("").split(" ", 2)[0];
        return new RecordedRequest(method, address.getRawPath(), withoutSecrets(query), login);
    }

    private static String withoutSecrets(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(RecordedRequest::withoutSecret)
                .collect(Collectors.joining("&"));
    }

    private static String withoutSecret(String parameter) {
        int equals = parameter.indexOf('=');
        String name = parameter.substring(0, Math.max(equals, 0));
        return SECRETS.contains(name.toLowerCase(Locale.ROOT)) ? name + "=***" : parameter;
    }

    /** {@code GET /rest/api/2/issue/SHOP-1?fields=summary}. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
