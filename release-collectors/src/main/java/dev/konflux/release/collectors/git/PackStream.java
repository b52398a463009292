package dev.konflux.release.collectors.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** The bytes of a pack as they arrive, counted and hashed on the way. */
final class PackStream implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final MessageDigest hash = Constants.newMessageDigest();
    private final Inflater inflater = new Inflater();
    private byte[] inflated = new byte[BUFFER];
    private long bufferStart;
    private int at;
    private int end;

    PackStream(InputStream in) {
        this.in = in;
    }

    /** How many bytes of the pack were read. */
    long position() {
        return bufferStart + at;
    }

    /** The next byte, 0 to 255. */
    int next() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    /** A number of four bytes. */
    int number() throws IOException {
        return next() << 24 | next() << 16 | next() << 8 | next();
    }

    ObjectId id() throws IOException {
        byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
        for (int i = 0; i < id.length; i++) {
            id[i] = (byte) next();
        }
        return ObjectId.fromRaw(id);
    }

    /** Insists on the pack's last bytes being the hash of those before. */
    void requireOwnHash() throws IOException {
        hash.update(buffer, 0, at);
        ObjectId expected = ObjectId.fromRaw(hash.digest());
        if (!id().equals(expected)) {
            throw new CorruptObjectException("the pack was damaged on its way");
        }
    }

    private void fill() throws IOException {
        hash.update(buffer, 0, end);
        bufferStart += end;
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        if (end == 0) {
            throw new EOFException("the pack ends too early");
        }
    }

    /** Inflates an object of a known size. */
    byte[] inflate(int size) throws IOException {
        inflate(size, true);
        return Arrays.copyOf(inflated, size);
    }

    /** Reads past an object of a known size. */
    void skip(long size) throws IOException {
        inflate(size, false);
    }

    private void inflate(long size, boolean keeping) throws IOException {
        inflater.reset();
        long length = 0;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (at == end) {
                        fill();
                    }
                    inflater.setInput(buffer, at, end - at);
                    at = end;
                }
                // One byte of room is left, so that the end of the data shows.
                if (keeping && length + 1 >= inflated.length) {
                    inflated = Arrays.copyOf(inflated, 2 * inflated.length);
                }
                int place = keeping ? (int) length : 0;
                int read = inflater.inflate(inflated, place, inflated.length - place);
                if (read == 0 && inflater.needsDictionary()) {
                    throw new CorruptObjectException("an object of the pack needs a dictionary");
                }
                length += read;
                if (length > size) {
                    break;
                }
            }
        } catch (DataFormatException e) {
            throw new CorruptObjectException("an object of the pack is damaged: " + e.getMessage());
        }
        at = end - inflater.getRemaining();
        if (length != size) {
            throw new CorruptObjectException("an object of the pack is not as long as it says");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
