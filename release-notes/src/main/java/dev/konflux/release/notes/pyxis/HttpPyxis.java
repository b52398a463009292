package dev.konflux.release.notes.pyxis;

import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.http.HttpCall;
import dev.konflux.release.model.http.ServerException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The catalog over HTTP. It knows its callers by a certificate, which is the HTTP client's, or by a key. Throws {@link ServerException} when
 * it cannot be asked.
 */
public final class HttpPyxis implements PyxisRecords {

    private static final int NOT_FOUND = 404;

    private final HttpAccess http;
    private final URI api;
    private final Optional<String> key;

    private HttpPyxis(HttpAccess http, URI api, Optional<String> key) {
        this.http = http;
        this.api = api;
        this.key = key;
    }

    /** The catalog whose interface begins at the address, such as {@link PyxisServer#apiUrl()}. */
    public static HttpPyxis at(HttpAccess http, URI api) {
        return new HttpPyxis(http, api, Optional.empty());
    }

    /** The same, asked with a key. */
    public HttpPyxis withKey(String apiKey) {
        return new HttpPyxis(http, api, Optional.of(apiKey));
    }

    @Override
    public Data of(PyxisRepository repository) {
        List<String> path = new ArrayList<>(List.of("repositories", "registry", repository.registry(), "repository"));
        path.addAll(Splitter.on('/').splitToList(repository.name()));
        HttpAnswer answer = call(path.toArray(String[]::new)).get();
        return answer.status() == NOT_FOUND
                ? DataObject.empty()
                : answer.requireSuccess().json();
    }

    /**
     * The record that tells whether a bundle's owner agreed to releases of catalogs; empty when it cannot be had, for whatever reason.
     *
     * @throws dev.konflux.release.model.releasedata.ReleaseDataException when the pull spec names no repository
     */
    public Optional<Data> findRecordOf(String pullSpec) {
        String address = PyxisRepository.recordUrl(api.toString(), pullSpec);
        try {
            HttpCall call = withKey(http.to(URI.create(address)));
            return Optional.of(call.get().requireSuccess().json());
        } catch (ServerException | IllegalArgumentException noRecord) {
            return Optional.empty();
        }
    }

    /** Makes changes, one after the other; stops at the first that the catalog refuses. */
    public void apply(List<PyxisPublication.Change> changes) {
        changes.forEach(change ->
                call("repositories", "id", change.id()).patch(change.fields()).requireSuccess());
    }

    private HttpCall call(String... segments) {
        return withKey(http.to(api, segments));
    }

    private HttpCall withKey(HttpCall call) {
        key.ifPresent(value -> call.secret("X-API-KEY", value));
        return call;
    }
}
