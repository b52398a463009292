package dev.konflux.release.testkit.kube.wire;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a protobuf message, field by field. Empty texts are left out, as proto3 does. */
public final class Message {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Adds a text. */
    @CanIgnoreReturnValue
    public Message text(int field, String text) {
        return text.isEmpty() ? this : bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a message. */
    @CanIgnoreReturnValue
    public Message message(int field, Message inner) {
        return bytes(field, inner.bytes());
    }

    @CanIgnoreReturnValue
    Message number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    @CanIgnoreReturnValue
    Message bytes(int field, byte[] bytes) {
        varint((long) field << 3 | 2);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** What was added so far. */
    public byte[] bytes() {
        return out.toByteArray();
    }
}
