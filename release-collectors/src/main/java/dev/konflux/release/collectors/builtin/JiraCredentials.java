package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who asks Jira. Never shown. */
record JiraCredentials(String email, String token) {

    /** The value of the Authorization header; it is Latin-1, as with upstream's client. */
    String basic() {
        String pair = email + ":" + token;
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(pair)) {
            throw CollectorFailure.of("the Jira credentials hold characters that HTTP cannot carry");
        }
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return "JiraCredentials";
    }
}
