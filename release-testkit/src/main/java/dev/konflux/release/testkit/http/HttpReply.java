package dev.konflux.release.testkit.http;

import com.google.common.collect.ImmutableListMultimap;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer.
 *
 * @param headers without those about length and connection
 */
public record HttpReply(int status, ImmutableListMultimap<String, String> headers, Body body) {

    /** What is sent behind the headers. */
    public sealed interface Body permits Whole, Stream, Nothing {}

    /** No answer: the connection is closed. */
    public static HttpReply none() {
        return new HttpReply(0, ImmutableListMultimap.of(), Nothing.AT_ALL);
    }

    /** The body of no answer. */
    enum Nothing implements Body {
        AT_ALL
    }

    /** Bytes that are all there. Whoever makes a reply of them has no further use for them. */
    public static final class Whole implements Body {

        private final byte[] bytes;

        /** A body of these bytes. */
        public Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** Pieces that come as they happen. */
    @FunctionalInterface
    public non-sealed interface Stream extends Body {

        /** Writes the pieces; each flush sends one. */
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }
}
