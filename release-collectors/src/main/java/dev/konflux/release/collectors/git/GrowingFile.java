package dev.konflux.release.collectors.git;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is only ever added to. What is read is usually near to what was read before. */
final class GrowingFile implements Closeable {

    private static final int UNWRITTEN = 1 << 18;
    private static final int WINDOW = 1 << 15;

    private final FileChannel channel;
    private long written;
    private boolean isCut;
    private ByteBuffer unwritten = ByteBuffer.allocate(0);
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    private GrowingFile(FileChannel channel, long end) {
        this.channel = channel;
        this.written = end;
    }

    /**
     * Opens a file, an empty one if there is none.
     *
     * @param end where it ends; what lies beyond was left behind and goes as soon as something is added
     */
    static GrowingFile open(Path file, long end) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        if (channel.size() < end) {
            channel.close();
            throw new IOException("the cache is damaged: " + file + " is too short");
        }
        return new GrowingFile(channel, end);
    }

    long end() {
        return written + unwritten.position();
    }

    void add(byte[] bytes) throws IOException {
        if (bytes.length > unwritten.remaining()) {
            flush();
            if (bytes.length > unwritten.capacity()) {
                unwritten = ByteBuffer.allocate(Math.max(UNWRITTEN, bytes.length));
            }
        }
        unwritten.put(bytes);
    }

    /** Writes what was added. */
    void flush() throws IOException {
        if (!isCut) {
            channel.truncate(written);
            isCut = true;
        }
        unwritten.flip();
        while (unwritten.hasRemaining()) {
            written += channel.write(unwritten, written);
        }
        unwritten.clear();
    }

    byte[] read(long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        if (at >= written) {
            unwritten.get((int) (at - written), bytes);
            return bytes;
        }
        if (at < windowStart || at + length > windowStart + window.limit()) {
            moveWindow(at, length);
        }
        window.get((int) (at - windowStart), bytes);
        return bytes;
    }

    private void moveWindow(long at, int length) throws IOException {
        if (window.capacity() < Math.max(WINDOW, length)) {
            window = ByteBuffer.allocate(Math.max(WINDOW, length));
        }
        window.clear().limit((int) Math.min(window.capacity(), written - at));
        windowStart = at;
        while (window.hasRemaining()) {
            if (channel.read(window, at + window.position()) < 0) {
                throw new EOFException("the cache is damaged: a file is too short");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
