package dev.konflux.release.testkit.server;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Lets only those into a registry who present a token, and hands one out for the right credentials. */
final class RegistryGuard {

    private static final String TOKEN = "pull-and-push";

    private final String challenge;
    private final String basic;

    RegistryGuard(String url, String user, String password) {
        this.challenge = "Bearer realm=\"" + url + "/token\",service=\"loopback\"";
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.basic = "Basic " + Base64.getEncoder().encodeToString(login);
    }

    /** The answer to a request that does not get in, or that asks for a token. */
    Optional<ServedAnswer> stop(ServedRequest request) {
        if (request.path().equals("/token")) {
            return Optional.of(
                    request.authorization().equals(basic)
                            ? ServedAnswer.json(DataObject.of("token", Data.of(TOKEN)))
                            : refusal());
        }
        return request.authorization().equals("Bearer " + TOKEN) ? Optional.empty() : Optional.of(refusal());
    }

    private ServedAnswer refusal() {
        return RegistryServer.problem(ServedAnswer.UNAUTHORIZED, "UNAUTHORIZED").with("WWW-Authenticate", challenge);
    }
}
