package dev.konflux.release.collectors.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * All that a server says in one fetch. It ends when the server says too much or takes too long, and when the listening thread is interrupted.
 * The pack has a limit of its own; all else (names, capabilities, progress, empty packets) has another one, because JGit keeps most of it.
 */
final class ServerTalk {

    private static final int PACK_HEADER = 12;

    private final GitLimits limits;
    private final LongSupplier nanoTime;
    private final long start;
    private final AtomicLong heard = new AtomicLong();
    private long packed;

    /**
     * Begins to listen.
     *
     * @param nanoTime tells the time as {@link System#nanoTime} does
     */
    ServerTalk(GitLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Everything that the server sends, counted. */
    InputStream hear(InputStream in) {
        return new Counted(in, bytes -> {
            // Packets wrap the pack; even tiny ones do not cost more than what is in them.
            if (heard.addAndGet(bytes) - 2 * packed > limits.talkBytes()) {
                throw new Refusal("the server sent more than " + limits.talkBytes() + " bytes beside the pack");
            }
        });
    }

    /** The pack in what the server sends, counted. JGit makes room for as many objects as it promises, so that is looked at first. */
    InputStream pack(InputStream in) throws IOException {
        InputStream counted = new Counted(in, bytes -> {
            packed += bytes;
            if (packed > limits.fetchBytes()) {
                throw new Refusal("the pack is larger than " + limits.fetchBytes() + " bytes");
            }
        });
        byte[] header = counted.readNBytes(PACK_HEADER);
        if (header.length == PACK_HEADER) {
            long objects = Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt(PACK_HEADER - Integer.BYTES));
            if (objects > limits.objects()) {
                throw new Refusal("the pack holds " + objects + " objects, more than " + limits.objects());
            }
        }
        return new SequenceInputStream(new ByteArrayInputStream(header), counted);
    }

    /** Whether the server had its time. */
    boolean isOver() {
        return nanoTime.getAsLong() - start > limits.time().toNanos();
    }

    /** Insists on time being left and somebody waiting. */
    void check() throws Refusal {
        Interruption.check();
        if (isOver()) {
            throw new Refusal("the server took longer than " + limits.time());
        }
    }

    /** Takes note of bytes that came. */
    @FunctionalInterface
    private interface Counter {
        void add(int bytes) throws Refusal;
    }

    /** A stream whose bytes are counted as they are read. */
    private final class Counted extends InputStream {

        private final InputStream in;
        private final Counter counter;

        Counted(InputStream in, Counter counter) {
            this.in = in;
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            check();
            int read = in.read(buffer, offset, length);
            if (read > 0) {
                counter.add(read);
            }
            return read;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
