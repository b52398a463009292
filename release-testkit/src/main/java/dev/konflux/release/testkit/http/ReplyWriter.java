package dev.konflux.release.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends answers, each in one piece, and streams a chunk a flush. */
final class ReplyWriter {

    private final OutputStream out;

    ReplyWriter(OutputStream out) {
        this.out = out;
    }

    void proceed() throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Sends an answer. A HEAD has the headers of the answer alone. */
    void send(HttpReply reply, boolean isHead, boolean keepsAlive) throws IOException, InterruptedException {
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(Reasons.of(reply.status()))
                .append("\r\n");
        reply.headers()
                .entries()
                .forEach(header -> head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue().replace('\r', ' ').replace('\n', ' '))
                        .append("\r\n"));
        if (!keepsAlive) {
            head.append("connection: close\r\n");
        }
        if (reply.body() instanceof HttpReply.Whole whole) {
            whole(head, whole.bytes(), isHead, reply.status() == 304);
        } else if (reply.body() instanceof HttpReply.Stream stream) {
            head.append("transfer-encoding: chunked\r\n\r\n");
            out.write(bytes(head));
            out.flush();
            Chunks chunks = new Chunks(out);
            stream.writeTo(chunks);
            chunks.end();
        }
    }

    private void whole(StringBuilder head, byte[] body, boolean isHead, boolean isBodiless) throws IOException {
        if (!isBodiless) {
            head.append("content-length: ").append(body.length).append("\r\n");
        }
        byte[] start = bytes(head.append("\r\n"));
        byte[] end = isHead || isBodiless ? new byte[0] : body;
        byte[] all = new byte[start.length + end.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(end, 0, all, start.length, end.length);
        out.write(all);
        out.flush();
    }

    private static byte[] bytes(StringBuilder head) {
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Collects what is written and sends it as one chunk when flushed. */
    private static final class Chunks extends OutputStream {

        private final OutputStream out;
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

        Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) {
            waiting.write(value);
        }

        @Override
        public void write(byte[] bytes, int start, int length) {
            waiting.write(bytes, start, length);
        }

        @Override
        public void flush() throws IOException {
            if (waiting.size() > 0) {
                ByteArrayOutputStream chunk = new ByteArrayOutputStream(waiting.size() + 16);
                chunk.writeBytes(ascii(Integer.toHexString(waiting.size()).toLowerCase(Locale.ROOT) + "\r\n"));
                waiting.writeTo(chunk);
                chunk.writeBytes(ascii("\r\n"));
                waiting.reset();
                chunk.writeTo(out);
                out.flush();
            }
        }

        void end() throws IOException {
            flush();
            out.write(ascii("0\r\n\r\n"));
            out.flush();
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
