package dev.konflux.release.notes.advisory;

import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.ServerException;
import java.math.BigInteger;
import java.net.URI;

/** Numbers of advisories handed out by a service over HTTP. Throws {@link ServerException} when it hands out none. */
public final class HttpLiveIds implements LiveIds {

    private final HttpAccess http;
    private final URI base;
    private final String authorization;

    /**
     * The service at an address.
     *
     * @param base where its interface begins, {@code https://errata.example.com/api/v1}
     * @param authorization the value of the {@code Authorization} header
     */
    public HttpLiveIds(HttpAccess http, URI base, String authorization) {
        this.http = http;
        this.base = base;
        this.authorization = authorization;
    }

    @Override
    public BigInteger reserve() {
        HttpAnswer answer = http.to(base, "advisory", "reserve_live_id")
                .secret("Authorization", authorization)
                .post(DataObject.empty())
                .requireSuccess();
        return answer.json()
                .find("live_id")
                .flatMap(id -> id.asNumber())
                .filter(DataNumber::isInteger)
                .map(id -> new BigInteger(id.text()))
                .orElseThrow(() -> ServerException.of(answer.address(), "no live_id in the answer"));
    }
}
