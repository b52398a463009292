package dev.konflux.release.testkit.server;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
 * @param login the kind of credentials, {@code Basic} for instance; {@code unnamed} when they do not say; empty when there are none
 */
public record RecordedRequest(String method, String path, String query, String login) {

    /** Names of parameters, in small letters and without hyphens. */
    private static final Set<String> SECRETS = Set.of(
            "token",
            "accesstoken",
            "refreshtoken",
            "privatetoken",
            "jobtoken",
            "idtoken",
            "apikey",
            "password",
            "secret",
            "clientsecret",
            "signature",
            "xamzsignature",
            "sig",
            "jwt");

    private static final String UNNAMED = "unnamed";

    static RecordedRequest of(String method, URI address, @Nullable String authorization) {
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        return new RecordedRequest(method, address.getRawPath(), withoutSecrets(query), kindOf(authorization));
    }

    /** Credentials without a kind are nothing but a secret. */
    private static String kindOf(@Nullable String authorization) {
        if (authorization == null || authorization.isEmpty()) {
            return "";
        }
        int blank = authorization.indexOf(' ');
        return blank > 0 ? authorization.substring(0, blank) : UNNAMED;
    }

    private static String withoutSecrets(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(RecordedRequest::withoutSecret)
                .collect(Collectors.joining("&"));
    }

    private static String withoutSecret(String parameter) {
        int equals = parameter.indexOf('=');
        String name = parameter.substring(0, Math.max(equals, 0));
        return isSecret(name) ? name + "=***" : parameter;
    }

    private static boolean isSecret(String escapedName) {
        try {
            String name = URLDecoder.decode(escapedName, StandardCharsets.UTF_8);
            return SECRETS.contains(name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""));
        } catch (IllegalArgumentException malformed) {
            return true; // nobody can say what it is
        }
    }

    /** {@code GET /rest/api/2/issue/SHOP-1?fields=summary}. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
