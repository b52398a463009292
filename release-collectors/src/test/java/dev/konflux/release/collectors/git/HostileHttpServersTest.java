package dev.konflux.release.collectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers may do over http beyond what they may do over git's own protocol. */
class HostileHttpServersTest {

    private static final String ID = "1".repeat(40);
    private static final String SMART = "application/x-git-upload-pack-advertisement";

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answering(String type, HostileServer.Speech speech) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            answer(exchange, type, speech);
        });
    }

    private static void answer(HttpExchange exchange, String type, HostileServer.Speech speech) {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            speech.to(exchange.getResponseBody());
        } catch (IOException e) {
            // The client hung up.
        }
    }

    private void assertFailure(String reason) {
        String address = "127.0.0.1:" + server.getAddress().getPort() + "/org/app";
        GitClones clones = GitClones.cachedIn(folder.resolve("cache"))
                .limits(GitLimits.DEFAULT.withTalkBytes(200_000))
                .build();
        try (GitRepository repository = clones.open(GitRequest.of("http://ana:hunter2@" + address))) {
            assertThatThrownBy(() -> repository.log(ID, "2".repeat(40), Optional.empty()))
                    .isInstanceOf(GitFailure.class)
                    .hasMessage("cannot clone http://" + address + ": " + reason);
        }
    }

    private static void branchesWithoutEnd(OutputStream out) throws IOException {
        out.write(HostileServer.packet("# service=git-upload-pack\n"));
        out.write(HostileServer.bytes("0000"));
        for (int i = 0; ; i++) {
            out.write(HostileServer.packet(ID + " refs/heads/b" + i + (i == 0 ? "\0filter" : "") + "\n"));
        }
    }

    @Test
    void branchesWithoutEndAreGivenUp() {
        answering(SMART, HostileHttpServersTest::branchesWithoutEnd);

        assertFailure("the server sent more than 200000 bytes beside the pack");
    }

    @Test
    void whatIsPackedIsCountedUnpacked() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, SMART, out -> branchesWithoutEnd(new GZIPOutputStream(out)));
        });

        assertFailure("the server sent more than 200000 bytes beside the pack");
    }

    @Test
    void aServerOfMereFilesIsNotReadObjectByObject() {
        answering("text/plain", out -> out.write(HostileServer.bytes(ID + "\trefs/heads/main\n")));

        assertFailure("the server does not speak git's smart protocol over http");
        assertThat(asked).containsExactly("/org/app/info/refs");
    }
}
