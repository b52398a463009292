package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who asks Jira. Never shown.
 *
 * @param header the value of the Authorization header
 */
record JiraCredentials(String header) {

    /** Read from the secret that the collector was given, in the form that its parameter {@code auth} names. */
    static JiraCredentials of(CollectorContext context, String namespace) {
        String name = context.requireParameter("secretName");
        Secret secret = context.secrets()
                .find(namespace, name)
                .orElseThrow(() -> CollectorFailure.of("secret " + namespace + "/" + name + " not found"));
        return switch (context.parameter("auth").orElse("basic")) {
            case "basic" -> basic(value(secret, "email"), value(secret, "apitoken"));
            case "bearer" -> new JiraCredentials("Bearer " + latin(value(secret, "apitoken")));
            default -> throw CollectorFailure.of("Error: auth must be 'basic' or 'bearer'");
        };
    }

    static JiraCredentials basic(String email, String token) {
        byte[] pair = latin(email + ":" + token).getBytes(StandardCharsets.ISO_8859_1);
        return new JiraCredentials("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The header is Latin-1, as with upstream's client. */
    private static String latin(String text) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            throw CollectorFailure.of("the Jira credentials hold characters that HTTP cannot carry");
        }
        return text;
    }

    private static String value(Secret secret, String key) {
        return secret.text(key)
                .map(String::strip)
                .orElseThrow(() -> CollectorFailure.of("Error: secret does not contain the '" + key + "' key"));
    }

    @Override
    public String toString() {
        return "JiraCredentials";
    }
}
