package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Reads the commits out of a pack, whole ones and those packed as differences, and passes over everything else. */
final class CommitPack {

    private static final int SIGNATURE = 0x5041434b;
    private static final long NOWHERE = -1;
    /** Differences that wait for what they begin from: servers send that first, if they follow the client's wish. */
    private static final int MOST_BYTES_WAITING = 64 << 20;

    private final PackStream pack;
    private final long objectBytes;
    private final CommitLog log;
    private final List<Difference> waiting = new ArrayList<>();
    private final Set<Long> waitingAt = new HashSet<>();
    private long bytesWaiting;
    /** Where in the pack commits were, ascending, and their numbers. */
    private long[] places = new long[1 << 10];

    private int[] commits = new int[1 << 10];
    private int number;
    /** The same of commits that had to wait. */
    private final Map<Long, Integer> keptLate = new HashMap<>();

    private CommitPack(PackStream pack, long objectBytes, CommitLog log) {
        this.pack = pack;
        this.objectBytes = objectBytes;
        this.log = log;
    }

    /**
     * Reads a pack to its end.
     *
     * @param log gets the commits
     */
    static void read(InputStream in, GitLimits limits, CommitLog log) throws IOException {
        try (PackStream pack = new PackStream(in, limits.fetchBytes())) {
            new CommitPack(pack, limits.objectBytes(), log).read();
        }
    }

    private void read() throws IOException {
        int signature = pack.number();
        int version = pack.number();
        if (signature != SIGNATURE || version < 2 || version > 3) {
            throw new CorruptObjectException("what the server sent is no pack");
        }
        long objects = Integer.toUnsignedLong(pack.number());
        for (long i = 0; i < objects; i++) {
            Interruption.check();
            object();
        }
        pack.requireOwnHash();
        settleWaiting();
    }

    private void object() throws IOException {
        long place = pack.position();
        int head = pack.next();
        long size = size(head);
        int type = (head >> 4) & 7;
        switch (type) {
            case Constants.OBJ_COMMIT -> keep(place, pack.inflate((int) size));
            case Constants.OBJ_TREE, Constants.OBJ_BLOB, Constants.OBJ_TAG -> pack.skip(size);
            case Constants.OBJ_OFS_DELTA -> {
                long base = place - distance();
                difference(Difference.fromPlace(place, base, pack.inflate((int) size)));
            }
            case Constants.OBJ_REF_DELTA -> {
                ObjectId base = pack.id();
                difference(Difference.fromNamed(place, base, pack.inflate((int) size)));
            }
            default -> throw new CorruptObjectException("the pack holds an object of unknown type " + type);
        }
    }

    /** Seven bits a byte, after the four in the first one. */
    private long size(int head) throws IOException {
        long size = head & 15;
        int shift = 4;
        for (int part = head; (part & 0x80) != 0; shift += 7) {
            part = pack.next();
            size |= (long) (part & 0x7f) << shift;
            if (size > objectBytes || shift > Integer.SIZE) {
                throw new TooLargeObjectInPackException(size, objectBytes);
            }
        }
        return size;
    }

    /** Seven bits a byte, the first ones counting most; each further byte begins where the shorter numbers end. */
    private long distance() throws IOException {
        int part = pack.next();
        long distance = part & 0x7f;
        while ((part & 0x80) != 0 && distance < Integer.MAX_VALUE) {
            part = pack.next();
            distance = ((distance + 1) << 7) + (part & 0x7f);
        }
        return distance;
    }

    /** An object packed as a difference from another, which is named by its place in the pack or by its id. */
    private static final class Difference {

        private final long place;
        private final long basePlace;
        private final ObjectId base;
        private final byte[] delta;

        private Difference(long place, long basePlace, ObjectId base, byte[] delta) {
            this.place = place;
            this.basePlace = basePlace;
            this.base = base;
            this.delta = delta;
        }

        static Difference fromPlace(long place, long basePlace, byte[] delta) {
            return new Difference(place, basePlace, ObjectId.zeroId(), delta);
        }

        static Difference fromNamed(long place, ObjectId base, byte[] delta) {
            return new Difference(place, NOWHERE, base, delta);
        }

        boolean isFromNamed() {
            return basePlace == NOWHERE;
        }
    }

    /** One from an object that is no commit is none, either. */
    private void difference(Difference difference) throws IOException {
        int base = base(difference);
        if (base != CommitTable.NONE) {
            apply(difference, base);
        } else if (difference.isFromNamed() || waitingAt.contains(difference.basePlace)) {
            bytesWaiting += difference.delta.length;
            if (bytesWaiting > MOST_BYTES_WAITING) {
                throw new IOException("the pack holds too many differences from objects that did not come before");
            }
            waiting.add(difference);
            waitingAt.add(difference.place);
        }
    }

    private int base(Difference difference) {
        if (difference.isFromNamed()) {
            int named = log.table().find(difference.base);
            return log.has(named) ? named : CommitTable.NONE;
        }
        int found = Arrays.binarySearch(places, 0, number, difference.basePlace);
        return found < 0 ? keptLate.getOrDefault(difference.basePlace, CommitTable.NONE) : commits[found];
    }

    private void settleWaiting() throws IOException {
        for (boolean progress = true; progress; ) {
            List<Difference> left = List.copyOf(waiting);
            waiting.clear();
            bytesWaiting = 0;
            for (Difference difference : left) {
                difference(difference);
            }
            progress = waiting.size() < left.size();
        }
    }

    private void apply(Difference difference, int base) throws IOException {
        try {
            if (BinaryDelta.getResultSize(difference.delta) > objectBytes) {
                throw new TooLargeObjectInPackException(BinaryDelta.getResultSize(difference.delta), objectBytes);
            }
            keep(difference.place, BinaryDelta.apply(log.text(base), difference.delta));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new CorruptObjectException("a difference in the pack is damaged: " + e.getMessage());
        }
    }

    private void keep(long place, byte[] commit) throws IOException {
        int kept = log.add(commit);
        if (number > 0 && places[number - 1] > place) {
            keptLate.put(place, kept);
            return;
        }
        if (number == places.length) {
            places = Arrays.copyOf(places, 2 * number);
            commits = Arrays.copyOf(commits, 2 * number);
        }
        places[number] = place;
        commits[number] = kept;
        number++;
    }
}
