package dev.konflux.release.testkit.server;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An answer in the making. */
final class ServedAnswer {

    static final int OK = 200;
    static final int CREATED = 201;
    static final int ACCEPTED = 202;
    static final int NO_CONTENT = 204;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;
    static final int NOT_ALLOWED = 405;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private ServedAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static ServedAnswer json(int status, Data body) {
        return new ServedAnswer(
                status,
                Map.of("Content-Type", "application/json"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static ServedAnswer json(Data body) {
        return json(OK, body);
    }

    static ServedAnswer bytes(String mediaType, byte[] body) {
        return new ServedAnswer(OK, Map.of("Content-Type", mediaType), body);
    }

    static ServedAnswer empty(int status) {
        return new ServedAnswer(status, Map.of(), new byte[0]);
    }

    /** A refusal with a message in JSON. */
    static ServedAnswer refusal(int status, String message) {
        return json(status, DataObject.of("message", Data.of(message)));
    }

    ServedAnswer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new ServedAnswer(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
