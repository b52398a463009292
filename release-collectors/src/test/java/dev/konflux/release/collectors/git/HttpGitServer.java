package dev.konflux.release.collectors.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Serves one repository over http or https on the loopback address, to those who know the login. */
final class HttpGitServer implements AutoCloseable {

    private final Repository repository;
    private final String scheme;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private Optional<String> login = Optional.empty();
    private Optional<String> redirect = Optional.empty();

    private HttpGitServer(Repository repository, String scheme, HttpServer server) {
        this.repository = repository;
        this.scheme = scheme;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static HttpGitServer of(Repository repository) throws IOException {
        return new HttpGitServer(repository, "http", HttpServer.create(anyPort(), 0));
    }

    static HttpGitServer encrypted(Repository repository, SSLContext identity) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity));
        return new HttpGitServer(repository, "https", server);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Wants a login from now on. */
    void require(String user, String password) {
        String pair = user + ":" + password;
        login = Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends those who know the login to another server. */
    void redirectTo(String url) {
        redirect = Optional.of(url);
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/org/app";
    }

    /** The Authorization headers of all requests that had one. */
    List<String> authorizations() {
        return authorizations;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> given =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
            given.ifPresent(authorizations::add);
            if (login.isPresent() && !login.equals(given)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (redirect.isPresent()) {
                exchange.getResponseHeaders().add("Location", redirect.get() + "/info/refs?service=git-upload-pack");
                exchange.sendResponseHeaders(302, -1);
            } else {
                serve(exchange);
            }
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        UploadPack upload = new UploadPack(repository);
        upload.setBiDirectionalPipe(false);
        upload.setExtraParameters(Set.of("version=2"));
        boolean advertises = exchange.getRequestURI().getPath().endsWith("/info/refs");
        exchange.getResponseHeaders()
                .add("Content-Type", "application/x-git-upload-pack-" + (advertises ? "advertisement" : "result"));
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        if (advertises) {
            PacketLineOut lines = new PacketLineOut(out);
            lines.writeString("# service=git-upload-pack\n");
            lines.end();
            upload.sendAdvertisedRefs(new RefAdvertiser.PacketLineOutRefAdvertiser(lines));
        } else {
            upload.upload(body(exchange), out, null);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
