package dev.konflux.release.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one request after the other from a connection. */
final class RequestReader {

    private static final int BUFFER = 16 << 10;

    /** Joining values of one name would take quadratic time with more. */
    private static final int MOST_HEADERS = 1000;

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final InputStream in;
    private final HttpLimits limits;
    private final Deadline deadline;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    /** How long the client may still take. */
    interface Deadline {

        /** Starts a new request. */
        void start();

        /** Makes sure that the next read ends in time. */
        void check() throws IOException;
    }

    RequestReader(InputStream in, HttpLimits limits, Deadline deadline) {
        this.in = in;
        this.limits = limits;
        this.deadline = deadline;
    }

    /** What a request says before its body. */
    record Head(String method, String target, Map<String, String> headers) {

        boolean keepsAlive() {
            return !headers.getOrDefault("connection", "")
                    .toLowerCase(Locale.ROOT)
                    .contains("close");
        }

        boolean waitsForLeave() {
            return headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue");
        }
    }

    /** The head of the next request; empty when the client has gone. */
    Optional<Head> head() throws IOException, BadRequestException {
        deadline.start();
        String line = line(limits.lineBytes(), 414);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = line.split(" ", -1);
        boolean isRequest = parts.length == 3 && METHOD.matcher(parts[0]).matches() && parts[1].startsWith("/");
        if (!isRequest) {
            throw new BadRequestException(400, "malformed request line");
        }
        if (!parts[2].equals("HTTP/1.1") && !parts[2].equals("HTTP/1.0")) {
            throw new BadRequestException(505, "unsupported protocol version");
        }
        Map<String, String> headers = headers();
        if (parts[2].equals("HTTP/1.0")) {
            headers.putIfAbsent("connection", "close");
        }
        return Optional.of(new Head(parts[0], parts[1], headers));
    }

    private Map<String, String> headers() throws IOException, BadRequestException {
        Map<String, String> headers = new HashMap<>();
        int left = limits.headerBytes();
        int count = 0;
        for (String line = line(limits.lineBytes(), 431); !line.isEmpty(); line = line(limits.lineBytes(), 431)) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (left < 0 || ++count > MOST_HEADERS) {
                throw new BadRequestException(431, "request header fields too large");
            }
            if (colon < 1 || line.charAt(0) == ' ' || line.charAt(colon - 1) == ' ') {
                throw new BadRequestException(400, "malformed header");
            }
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, second) -> first + "," + second);
        }
        return headers;
    }

    /** A line without its end; empty text at the end of the stream and for an empty line. */
    private String line(int longest, int status) throws IOException, BadRequestException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = next(); next >= 0 && next != '\n'; next = next()) {
            if (line.size() >= longest) {
                throw new BadRequestException(status, "line too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int next() throws IOException {
        return at < filled || fill() ? buffer[at++] & 0xff : -1;
    }

    /** Waits for further bytes; false at the end of the stream. */
    private boolean fill() throws IOException {
        deadline.check();
        at = 0;
        filled = Math.max(in.read(buffer), 0);
        return filled > 0;
    }

    /** The body that belongs to a head, one character a byte. */
    String body(Head head) throws IOException, BadRequestException {
        String coding = head.headers().getOrDefault("transfer-encoding", "");
        String length = head.headers().getOrDefault("content-length", "");
        if (!coding.isEmpty()) {
            boolean isChunked = coding.equalsIgnoreCase("chunked") && length.isEmpty();
            if (!isChunked) {
                throw new BadRequestException(
                        coding.equalsIgnoreCase("chunked") ? 400 : 501, "unsupported transfer encoding");
            }
            return chunked();
        }
        if (length.isEmpty()) {
            return "";
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new BadRequestException(400, "malformed content length");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        copy(Long.parseLong(length), body);
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    private String chunked() throws IOException, BadRequestException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long size = size();
        while (size > 0) {
            copy(size, body);
            line(limits.lineBytes(), 400);
            size = size();
        }
        headers();
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    private long size() throws IOException, BadRequestException {
        String text = line(limits.lineBytes(), 400).replaceFirst(";.*", "").strip();
        if (!text.matches("[0-9a-fA-F]{1,15}")) {
            throw new BadRequestException(400, "malformed chunk");
        }
        return Long.parseLong(text, 16);
    }

    /** Takes over bytes; of a body that is too long nobody waits for the rest. */
    private void copy(long length, ByteArrayOutputStream body) throws IOException, BadRequestException {
        long left = length;
        while (left > 0) {
            if (at == filled && !fill()) {
                throw new EOFException("the client has gone in the middle of a body");
            }
            int taken = (int) Math.min(left, filled - at);
            body.write(buffer, at, taken);
            at += taken;
            left -= taken;
            if (body.size() > limits.bodyBytes()) {
                throw new BadRequestException(413, "Request entity too large: limit is " + limits.bodyBytes());
            }
        }
    }
}
