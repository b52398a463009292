package dev.konflux.release.testkit.http;

import dev.konflux.release.testkit.http.RequestReader.Head;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One client, from its first request to its last. */
final class Connection {

    private static final int BUFFER = 16 << 10;
    private static final long FAREWELL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Socket socket;
    private final HttpHandler handler;
    private final HttpLimits limits;

    Connection(Socket socket, HttpHandler handler, HttpLimits limits) {
        this.socket = socket;
        this.handler = handler;
        this.limits = limits;
    }

    void serve() throws IOException {
        // Answers are sent whole; waiting for more to send would cost a client 40 ms each.
        socket.setTcpNoDelay(true);
        RequestReader requests = new RequestReader(socket.getInputStream(), limits, new SocketDeadline());
        ReplyWriter replies = new ReplyWriter(socket.getOutputStream());
        boolean goesOn = true;
        try {
            while (goesOn) {
                goesOn = exchange(requests, replies);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers one request; false when it was the last. */
    private boolean exchange(RequestReader requests, ReplyWriter replies) throws IOException, InterruptedException {
        boolean hasBegun = false;
        try {
            Optional<Head> head = requests.head();
            if (head.isEmpty()) {
                return false;
            }
            hasBegun = true;
            if (head.get().waitsForLeave()) {
                replies.proceed();
            }
            String body = requests.body(head.get());
            HttpReply reply = answer(head.get(), body);
            if (reply.body() instanceof HttpReply.Nothing) {
                return false;
            }
            replies.send(reply, head.get().method().equals("HEAD"), head.get().keepsAlive());
            return head.get().keepsAlive();
        } catch (BadRequestException e) {
            replies.send(handler.refusal(e.status(), String.valueOf(e.getMessage())), false, false);
            linger();
            return false;
        } catch (SocketTimeoutException e) {
            if (hasBegun) {
                replies.send(handler.refusal(408, "the request did not come in time"), false, false);
            }
            return false;
        }
    }

    private HttpReply answer(Head head, String body) {
        try {
            return handler.answer(new HttpRequest(head.method(), head.target(), head.headers(), body));
        } catch (RuntimeException | StackOverflowError e) {
            return handler.refusal(
                    500, "Internal error occurred: " + e.getClass().getSimpleName());
        }
    }

    /** Reads for a moment what the client still sends, so that it sees the answer before the connection is reset. */
    private void linger() throws IOException {
        socket.shutdownOutput();
        long end = System.nanoTime() + FAREWELL_NANOS;
        byte[] ignored = new byte[BUFFER];
        try {
            for (long left = FAREWELL_NANOS; left > 0; left = end - System.nanoTime()) {
                socket.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(left) + 1);
                if (socket.getInputStream().read(ignored) < 0) {
                    return;
                }
            }
        } catch (SocketTimeoutException e) {
            // It has seen enough.
        }
    }

    /** The time for one request, however slowly its bytes drip in. */
    private final class SocketDeadline implements RequestReader.Deadline {

        private long end;

        @Override
        public void start() {
            end = System.nanoTime() + limits.patience().toNanos();
        }

        @Override
        public void check() throws SocketException, SocketTimeoutException {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("out of patience");
            }
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        }
    }
}
