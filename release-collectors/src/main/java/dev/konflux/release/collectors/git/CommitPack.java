package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Reads the commits out of a pack, whole ones and those packed as differences, and passes over everything else. */
final class CommitPack {

    private static final int SIGNATURE = 0x5041434b;
    /** Differences that wait for what they begin from: servers send that first, if they follow the client's wish. */
    private static final int MOST_BYTES_WAITING = 64 << 20;

    /** What a waiting difference takes beside its own bytes. */
    private static final int BYTES_TO_WAIT = 256;

    private final PackStream pack;
    private final GitLimits limits;
    private final CommitLog log;

    /** By the id, or the place in the pack, of what they begin from. */
    private final Map<Object, List<Difference>> waiting = new HashMap<>();

    private final Set<Long> waitingAt = new HashSet<>();
    private long bytesWaiting;
    private long bytesKept;
    private long parentsNamed;
    /** Where in the pack commits were, ascending, and their numbers. */
    private long[] places = new long[1 << 10];

    private int[] commits = new int[1 << 10];
    private int number;
    /** The same of commits that had to wait. */
    private final Map<Long, Integer> keptLate = new HashMap<>();

    private CommitPack(PackStream pack, GitLimits limits, CommitLog log) {
        this.pack = pack;
        this.limits = limits;
        this.log = log;
    }

    /**
     * Reads a pack to its end.
     *
     * @param log gets the commits
     */
    static void read(InputStream in, GitLimits limits, CommitLog log) throws IOException {
        try (PackStream pack = new PackStream(in)) {
            new CommitPack(pack, limits, log).read();
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
    }

    private void object() throws IOException {
        long place = pack.position();
        int head = pack.next();
        int type = (head >> 4) & 7;
        long size = size(head, type == Constants.OBJ_COMMIT ? limits.commitBytes() : limits.objectBytes());
        switch (type) {
            case Constants.OBJ_COMMIT -> keep(place, pack.inflate((int) size));
            case Constants.OBJ_TREE, Constants.OBJ_BLOB, Constants.OBJ_TAG -> pack.skip(size);
            case Constants.OBJ_OFS_DELTA -> difference(place, place - distance(), size);
            case Constants.OBJ_REF_DELTA -> difference(place, pack.id(), size);
            default -> throw new CorruptObjectException("the pack holds an object of unknown type " + type);
        }
    }

    /** Seven bits a byte, after the four in the first one. */
    private long size(int head, long most) throws IOException {
        long size = head & 15;
        int shift = 4;
        for (int part = head; (part & 0x80) != 0; shift += 7) {
            part = pack.next();
            size |= (long) (part & 0x7f) << shift;
            if (size > most || shift > Integer.SIZE) {
                throw tooLarge(most);
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

    private static Refusal tooLarge(long most) {
        return new Refusal("the pack holds an object of more than " + most + " bytes");
    }

    /** An object packed as a difference from another, which is named by its place in the pack (a number) or by its id. */
    private static final class Difference {

        private final long place;
        private final Object base;
        private final byte[] delta;

        Difference(long place, Object base, byte[] delta) {
            this.place = place;
            this.base = base;
            this.delta = delta;
        }
    }

    /** One from an object that is no commit is none, either; one that is too large for a commit is a file's. */
    private void difference(long place, Object base, long size) throws IOException {
        if (size > limits.commitBytes()) {
            pack.skip(size);
            return;
        }
        Difference difference = new Difference(place, base, pack.inflate((int) size));
        int known = known(base);
        if (known != CommitTable.NONE) {
            keep(place, unpacked(difference, known));
        } else if (base instanceof ObjectId || waitingAt.contains(base)) {
            await(difference);
        }
    }

    private int known(Object base) {
        if (base instanceof ObjectId id) {
            int named = log.table().find(id);
            return log.has(named) ? named : CommitTable.NONE;
        }
        int found = Arrays.binarySearch(places, 0, number, (Long) base);
        return found < 0 ? keptLate.getOrDefault(base, CommitTable.NONE) : commits[found];
    }

    private void await(Difference difference) throws Refusal {
        bytesWaiting += difference.delta.length + BYTES_TO_WAIT;
        if (bytesWaiting > MOST_BYTES_WAITING) {
            throw new Refusal("the pack holds more than " + MOST_BYTES_WAITING
                    + " bytes of differences from objects that did not come before");
        }
        waiting.computeIfAbsent(difference.base, base -> new ArrayList<>()).add(difference);
        waitingAt.add(difference.place);
    }

    private byte[] unpacked(Difference difference, int base) throws IOException {
        try {
            if (BinaryDelta.getResultSize(difference.delta) > limits.commitBytes()) {
                throw tooLarge(limits.commitBytes());
            }
            return BinaryDelta.apply(log.text(base), difference.delta);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new CorruptObjectException("a difference in the pack is damaged: " + e.getMessage());
        }
    }

    /** Keeps a commit, and those that waited for it. */
    private void keep(long place, byte[] text) throws IOException {
        Deque<Difference> ready = new ArrayDeque<>(stopWaitingFor(place, add(place, text)));
        while (!ready.isEmpty()) {
            Interruption.check();
            Difference next = ready.remove();
            ready.addAll(stopWaitingFor(next.place, add(next.place, unpacked(next, known(next.base)))));
        }
    }

    private List<Difference> stopWaitingFor(long place, int commit) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Difference> ready = new ArrayList<>();
        for (Object name : List.of(place, log.table().id(commit))) {
            List<Difference> waited = waiting.remove(name);
            ready.addAll(waited == null ? List.of() : waited);
        }
        for (Difference difference : ready) {
            waitingAt.remove(difference.place);
            bytesWaiting -= difference.delta.length + BYTES_TO_WAIT;
        }
        return ready;
    }

    private int add(long place, byte[] commit) throws IOException {
        bytesKept += commit.length;
        if (bytesKept > limits.fetchBytes()) {
            throw new Refusal("the commits are larger than " + limits.fetchBytes() + " bytes");
        }
        int kept = log.add(commit);
        parentsNamed += log.table().parents(kept).length;
        if (parentsNamed > limits.objects()) {
            throw new Refusal("the commits name more than " + limits.objects() + " parents");
        }
        remember(place, kept);
        return kept;
    }

    private void remember(long place, int commit) {
        if (number > 0 && places[number - 1] > place) {
            keptLate.put(place, commit);
            return;
        }
        if (number == places.length) {
            places = Arrays.copyOf(places, 2 * number);
            commits = Arrays.copyOf(commits, 2 * number);
        }
        places[number] = place;
        commits[number] = commit;
        number++;
    }
}
