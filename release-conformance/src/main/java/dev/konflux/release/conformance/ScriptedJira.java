package dev.konflux.release.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on the loopback address that gives the recorded answers in order and remembers what it was asked. */
final class ScriptedJira implements AutoCloseable {

    private static final int ANNOUNCED_TOO_MUCH = 100;

    private final List<Data> answers;
    private final List<Data> requests = new ArrayList<>();
    private final HttpServer server;
    private final Optional<LoopbackTls> tls;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ScriptedJira(List<Data> answers, Optional<LoopbackTls> tls) throws IOException {
        this.answers = answers;
        this.tls = tls;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.server = tls.isPresent() ? tls.get().server(address) : HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static ScriptedJira serving(List<Data> answers, boolean tls) {
        try {
            return new ScriptedJira(answers, tls ? Optional.of(LoopbackTls.create()) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that trusts this server, or one that only trusts the well-known authorities. */
    HttpClient client(boolean trusting) {
        return trusting && tls.isPresent() ? tls.get().client() : HttpClient.newHttpClient();
    }

    private String address() {
        return (tls.isPresent() ? "https://" : "http://") + host();
    }

    private String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** Puts this server's address where the case has a place for it. */
    String fill(String text) {
        return text.replace("{JIRA}", address()).replace("{JIRAHOST}", host());
    }

    /** Puts the places back. */
    Data unfill(Data data) {
        String text = JsonText.compact().write(data);
        return JsonReader.create().read(text.replace(address(), "{JIRA}").replace(host(), "{JIRAHOST}"), "");
    }

    synchronized DataArray requests() {
        return DataArray.of(requests);
    }

    private synchronized Data next(HttpExchange exchange) {
        requests.add(DataObject.builder()
                .put("method", exchange.getRequestMethod())
                .put("path", exchange.getRequestURI().getRawPath())
                .put("query", String.valueOf(exchange.getRequestURI().getRawQuery()))
                .build());
        return answers.get(Math.min(requests.size(), answers.size()) - 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Data answer = next(exchange);
        if (waits(answer) || answer.find("drop").isPresent()) {
            exchange.close();
            return;
        }
        answer.findObject("headers")
                .orElse(DataObject.empty())
                .members()
                .forEach((name, value) -> exchange.getResponseHeaders()
                        .add(name, fill(value.asText().orElseGet(value::toString))));
        byte[] body = fill(answer.findText("body").orElse("")).getBytes(StandardCharsets.UTF_8);
        int status = answer.find("status")
                .flatMap(Data::asNumber)
                .map(number -> (int) number.doubleValue())
                .orElse(200);
        int extra = answer.find("chunkedShort").isPresent() ? ANNOUNCED_TOO_MUCH : 0;
        exchange.sendResponseHeaders(status, body.length + extra == 0 ? -1 : body.length + extra);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Waits as long as the case says; true when the case ended before. */
    private boolean waits(Data answer) {
        double seconds = answer.find("delay")
                .flatMap(Data::asNumber)
                .map(DataNumber::doubleValue)
                .orElse(0.0);
        try {
            return seconds > 0 && closed.await((long) (seconds * 1000), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
