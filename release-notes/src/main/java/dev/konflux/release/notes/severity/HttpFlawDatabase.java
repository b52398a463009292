package dev.konflux.release.notes.severity;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.ServerException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A flaw database with the interface of OSIDB. It hands out an access token first, and again when that is no longer accepted. Throws {@link
 * ServerException} when the database cannot be asked.
 */
public final class HttpFlawDatabase implements FlawDatabase {

    private static final String FIELDS = "cve_id,embargoed,impact,affects";
    private static final int UNAUTHORIZED = 401;

    private final HttpAccess http;
    private final URI base;
    private final String authorization;
    private final AtomicReference<String> access = new AtomicReference<>("");

    /**
     * The database at an address.
     *
     * @param base where its interface begins, {@code https://osidb.example.com}
     * @param authorization the {@code Authorization} header with which it hands out a token
     */
    public HttpFlawDatabase(HttpAccess http, URI base, String authorization) {
        this.http = http;
        this.base = base;
        this.authorization = authorization;
    }

    @Override
    public Optional<Data> flaws(String cve) {
        String known = access.get();
        HttpAnswer answer = ask(cve, known.isEmpty() ? login() : known);
        if (answer.status() == UNAUTHORIZED && !known.isEmpty()) {
            answer = ask(cve, login());
        }
        HttpAnswer found = answer.requireSuccess();
        return found.bytes().length == 0 ? Optional.empty() : Optional.of(found.json());
    }

    private HttpAnswer ask(String cve, String token) {
        return http.to(base, "osidb", "api", "v1", "flaws")
                .query("cve_id", cve)
                .query("include_fields", FIELDS)
                .secret("Authorization", "Bearer " + token)
                .get();
    }

    private String login() {
        HttpAnswer answer = http.to(base, "auth", "token")
                .secret("Authorization", authorization)
                .get()
                .requireSuccess();
        String token = answer.json()
                .findText("access")
                .filter(text -> text.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .orElseThrow(() -> ServerException.of(answer.address(), "no access token in the answer"));
        access.set(token);
        return token;
    }
}
