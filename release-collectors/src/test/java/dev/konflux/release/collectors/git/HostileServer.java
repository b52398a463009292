package dev.konflux.release.collectors.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Says over git's own protocol, on the loopback address, whatever a test wants, without listening. */
final class HostileServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Speech speech;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private HostileServer(ServerSocket socket, Speech speech) {
        this.socket = socket;
        this.speech = speech;
    }

    /** What is said on each connection; the client hanging up ends it. */
    @FunctionalInterface
    interface Speech {
        void to(OutputStream client) throws IOException;
    }

    static HostileServer saying(Speech speech) throws IOException {
        HostileServer server = new HostileServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), speech);
        server.thread.execute(server::accept);
        return server;
    }

    static HostileServer saying(byte[] bytes) throws IOException {
        return saying(client -> client.write(bytes));
    }

    /** Says first something once, then something else without end. */
    static HostileServer repeating(byte[] first, byte[] again) throws IOException {
        return saying(client -> {
            client.write(first);
            while (true) {
                client.write(again);
            }
        });
    }

    String url() {
        return "git://127.0.0.1:" + socket.getLocalPort() + "/x";
    }

    /** A packet of git's protocol. */
    static byte[] packet(String text) {
        return bytes(String.format("%04x", text.length() + 4) + text);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    OutputStream out = new BufferedOutputStream(client.getOutputStream(), 1 << 16)) {
                speech.to(out);
                out.flush();
                client.shutdownOutput();
                // Hanging up at once would cut off what was said.
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.shutdownNow();
    }
}
