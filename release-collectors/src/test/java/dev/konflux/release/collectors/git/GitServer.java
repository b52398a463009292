package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the repositories of a folder with git's own server on the loopback address. */
final class GitServer implements AutoCloseable {

    private final Path folder;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private GitServer(Path folder, ServerSocket socket) {
        this.folder = folder;
        this.socket = socket;
    }

    static GitServer of(Path folder) throws IOException {
        GitServer server = new GitServer(folder, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        server.threads.execute(server::accept);
        return server;
    }

    String url(Path repository) {
        return "git://127.0.0.1:" + socket.getLocalPort() + "/" + folder.relativize(repository);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // The server was closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Process git = new ProcessBuilder("git", "daemon", "--inetd", "--export-all", "--base-path=" + folder)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            threads.execute(() -> pass(client, git.getOutputStream()));
            git.getInputStream().transferTo(client.getOutputStream());
            git.destroy();
        } catch (IOException e) {
            // The client hung up.
        }
    }

    private static void pass(Socket client, OutputStream git) {
        try (InputStream in = client.getInputStream();
                git) {
            byte[] buffer = new byte[1 << 13];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                git.write(buffer, 0, read);
                git.flush();
            }
        } catch (IOException e) {
            // One of the two hung up.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
