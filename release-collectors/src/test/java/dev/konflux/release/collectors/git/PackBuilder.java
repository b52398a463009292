package dev.konflux.release.collectors.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.internal.storage.pack.DeltaEncoder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Packs as honest and other servers send them. */
final class PackBuilder {

    private final ByteArrayOutputStream objects = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    /** A whole object. */
    PackBuilder object(int type, String content) {
        return object(type, content.length(), bytes(content));
    }

    /** An object that says it has a size. */
    PackBuilder object(int type, long size, byte[] content) {
        begin(type, size);
        deflate(content);
        return this;
    }

    /** An object as a difference from an earlier one of this pack. */
    PackBuilder fromEarlier(int index, String base, String content) {
        byte[] delta = delta(base, content);
        int distance = objects.size() - places.get(index);
        begin(Constants.OBJ_OFS_DELTA, delta.length);
        writeDistance(distance);
        deflate(delta);
        return this;
    }

    /** An object as a difference from one that is named. */
    PackBuilder fromNamed(ObjectId id, String base, String content) {
        byte[] delta = delta(base, content);
        begin(Constants.OBJ_REF_DELTA, delta.length);
        byte[] name = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(name, 0);
        objects.writeBytes(name);
        deflate(delta);
        return this;
    }

    /** The object that was added last, many times more. */
    PackBuilder lastAgain(int times) {
        int place = places.get(places.size() - 1);
        byte[] last = Arrays.copyOfRange(objects.toByteArray(), place, objects.size());
        for (int i = 0; i < times; i++) {
            places.add(objects.size());
            objects.writeBytes(last);
        }
        return this;
    }

    private void begin(int type, long size) {
        places.add(objects.size());
        long rest = size >>> 4;
        int part = type << 4 | (int) (size & 15);
        while (rest > 0) {
            objects.write(part | 0x80);
            part = (int) (rest & 0x7f);
            rest >>>= 7;
        }
        objects.write(part);
    }

    private void writeDistance(int distance) {
        byte[] reversed = new byte[10];
        int length = 0;
        reversed[length++] = (byte) (distance & 0x7f);
        for (int rest = distance >> 7; rest > 0; rest >>= 7) {
            rest--;
            reversed[length++] = (byte) (0x80 | (rest & 0x7f));
        }
        while (length > 0) {
            objects.write(reversed[--length]);
        }
    }

    private void deflate(byte[] content) {
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(objects);
            deflated.write(content);
            deflated.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] delta(String base, String content) {
        try {
            int same = 0;
            while (same < Math.min(base.length(), content.length()) && base.charAt(same) == content.charAt(same)) {
                same++;
            }
            ByteArrayOutputStream delta = new ByteArrayOutputStream();
            DeltaEncoder encoder = new DeltaEncoder(delta, base.length(), content.length());
            if (same > 0) {
                encoder.copy(0, same);
            }
            encoder.insert(bytes(content.substring(same)));
            return delta.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects alone. */
    byte[] objects() {
        return objects.toByteArray();
    }

    /** The pack, which says how many objects it has. */
    byte[] build() {
        return build(places.size());
    }

    /** The pack, saying something else. */
    byte[] build(int count) {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        pack.writeBytes(bytes("PACK"));
        pack.writeBytes(ByteBuffer.allocate(8).putInt(2).putInt(count).array());
        pack.writeBytes(objects.toByteArray());
        pack.writeBytes(Constants.newMessageDigest().digest(pack.toByteArray()));
        return pack.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
