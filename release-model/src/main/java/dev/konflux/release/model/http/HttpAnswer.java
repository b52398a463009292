package dev.konflux.release.model.http;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a server answered, whole. */
public final class HttpAnswer {

    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    private final URI address;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    HttpAnswer(HttpResponse<byte[]> response) {
        this.address = response.uri();
        this.status = response.statusCode();
        this.headers = response.headers();
        this.body = response.body();
    }

    /** Who answered: the address asked for, or the one it redirected to. */
    public URI address() {
        return address;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the status is one of success. */
    public boolean isSuccess() {
        return status >= OK && status < REDIRECTED;
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The bytes of the body; a copy. */
    public byte[] bytes() {
        return body.clone();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws ServerException when it is none
     */
    public Data json() {
        try {
            return JsonReader.create().read(text(), "");
        } catch (DataSyntaxException e) {
            throw ServerException.of(address, "the answer is not JSON: " + e.getMessage());
        }
    }

    /**
     * This answer if it is a success.
     *
     * @throws ServerException when it is none
     */
    public HttpAnswer requireSuccess() {
        if (!isSuccess()) {
            throw ServerException.answered(address, status);
        }
        return this;
    }
}
