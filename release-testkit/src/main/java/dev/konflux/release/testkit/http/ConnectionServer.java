package dev.konflux.release.testkit.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** Serves a handler on a free port of the loopback address, until it is closed. */
public final class ConnectionServer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final ExecutorService threads;
    private final HttpHandler handler;
    private final HttpLimits limits;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private ConnectionServer(ServerSocket listener, ExecutorService threads, HttpHandler handler, HttpLimits limits) {
        this.listener = listener;
        this.threads = threads;
        this.handler = handler;
        this.limits = limits;
    }

    /**
     * Starts a server.
     *
     * @param sockets plain ones, or those of TLS
     * @param threads one is taken for every connection and one for new ones; closing the server shuts it down
     */
    public static ConnectionServer start(
            ServerSocketFactory sockets, ExecutorService threads, HttpHandler handler, HttpLimits limits)
            throws IOException {
        ServerSocket listener = sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        ConnectionServer server = new ConnectionServer(listener, threads, handler, limits);
        threads.execute(server::listen);
        return server;
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                // The server is being closed, or a client was gone before it was there.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Connection(socket, handler, limits).serve();
        } catch (IOException e) {
            // The client has gone; nobody is left to tell.
        } finally {
            open.remove(socket);
        }
    }

    /** Cuts all connections and gives back the port and the threads. */
    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(ConnectionServer::closeQuietly);
        threads.shutdownNow();
        try {
            open.forEach(ConnectionServer::closeQuietly);
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a connection does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
