package dev.konflux.release.testkit.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the servers of this package have in common: a free port of the loopback address, a record of the requests, faults to order, an end. */
public abstract class LoopbackServer implements AutoCloseable {

    private static final int BACKLOG = 64;

    private final HttpServer server;
    private final ExecutorService threads;
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final PendingFaults faults = new PendingFaults();

    LoopbackServer() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on the loopback address", e);
        }
        this.threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
    }

    /** Begins to answer. */
    final void open() {
        server.createContext("/", this::handle);
        server.start();
    }

    /** The answer to a request. */
    abstract ServedAnswer answer(ServedRequest request);

    /** Host and port. */
    public final String host() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** Its address, without a final slash. */
    public final String url() {
        return "http://" + host();
    }

    /** Its address. */
    public final URI uri() {
        return URI.create(url());
    }

    /** Every request so far in the order in which they came, those that suffered a fault too. */
    public final List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Orders a fault. Of several faults for a request the one ordered first happens. */
    public final void suffer(ServerFault fault) {
        faults.add(fault);
    }

    /** Forgets the faults that have not happened yet: clients repeat some requests by themselves, and use up more or fewer of them. */
    public final void recover() {
        faults.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(RecordedRequest.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders().getFirst("Authorization")));
            ServedRequest request = ServedRequest.of(exchange);
            Optional<ServerFault> fault = faults.next(request.path());
            Optional<Integer> status = fault.flatMap(ServerFault::status);
            ServedAnswer answer = status.map(ServedAnswer::empty).orElseGet(() -> answer(request));
            if (fault.isPresent()) {
                fault.get().waitForGate();
            }
            send(exchange, answer, fault.flatMap(ServerFault::cut));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, ServedAnswer answer, Optional<Integer> cut) throws IOException {
        if (cut.filter(bytes -> bytes == 0).isPresent()) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
        }
        boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), hasBody ? body.length : -1);
        if (hasBody) {
            OutputStream out = exchange.getResponseBody();
            out.write(body, 0, Math.min(body.length, cut.orElse(body.length)));
        }
    }

    /** Frees the port and the threads; answers that are held back are never given. */
    @Override
    public final void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
