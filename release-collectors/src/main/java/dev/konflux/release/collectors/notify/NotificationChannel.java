package dev.konflux.release.collectors.notify;

import dev.konflux.release.collectors.Cancellation;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.Pause;
import dev.konflux.release.collectors.http.Retries;
import dev.konflux.release.collectors.http.WebServer;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.http.HttpAnswer;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The way to the servers that are told: JSON over HTTP, tried again while a server is busy. */
public final class NotificationChannel {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final int TRIES = 4;

    private final WebServer web;

    private NotificationChannel(WebServer web) {
        this.web = web;
    }

    /**
     * Calls with the given client, up to four times while a server is busy.
     *
     * @param client must not follow redirects itself
     * @param pause lets time pass between tries
     */
    public static NotificationChannel over(HttpClient client, Pause pause) {
        Retries retries = new Retries(TRIES, pause, Optional.empty());
        return new NotificationChannel(new WebServer(client, ANSWER_TIMEOUT, retries, Cancellation.never()));
    }

    /** Sends a JSON text and insists on success. */
    Data send(String method, String address, Map<String, String> headers, String json) {
        return read(address, web.send(method, address, headers, json));
    }

    /** Reads a JSON text and insists on success. */
    Data get(String address, Map<String, String> headers) {
        return read(address, web.get(address, Map.of("Accept", "application/json"), headers));
    }

    /** Addresses of hooks are secrets, so a failure names only the server. */
    private static Data read(String address, HttpAnswer answer) {
        if (!answer.isSuccess()) {
            throw CollectorFailure.of(server(address) + " answered with status " + answer.status());
        }
        try {
            return answer.text().isBlank()
                    ? Data.nothing()
                    : JsonReader.create().read(answer.text(), "the answer");
        } catch (DataSyntaxException e) {
            return Data.of(answer.text());
        }
    }

    private static String server(String address) {
        return address.replaceFirst("^([^/]*//)(?:[^/@]*@)?([^/?#]*).*", "$1$2");
    }
}
