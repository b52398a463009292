package dev.konflux.release.collectors.git;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Commits by number, in the order in which they were first named. Arrays hold what is known of them, so that a commit costs some fifty bytes and
 * a long history fits into memory.
 */
final class CommitTable {

    /** The number of no commit. */
    static final int NONE = -1;

    private static final int FIRST_ROOM = 1 << 10;

    private final IdList ids = new IdList();
    /** Hash table of numbers, {@link #NONE} where free. */
    private int[] slots = filled(2 * FIRST_ROOM);

    private long[] dates = new long[FIRST_ROOM];
    /** Where in {@link #families} a commit's parents are; 0 until they are known. */
    private int[] familyAt = new int[FIRST_ROOM];
    /** Runs of a number of parents and the parents. */
    private int[] families = new int[2 * FIRST_ROOM];

    private int familiesEnd = 1;
    private int size;

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }

    int size() {
        return size;
    }

    ObjectId id(int commit) {
        return ids.get(commit);
    }

    /** The number of a commit, {@link #NONE} when it was never named. */
    int find(AnyObjectId id) {
        return slots[slot(id)];
    }

    /** The number of a commit, a new one if need be. */
    int number(AnyObjectId id) {
        int slot = slot(id);
        if (slots[slot] == NONE) {
            slots[slot] = size;
            ids.set(size, id);
            size++;
            if (2 * size > slots.length) {
                rehash();
            }
            return size - 1;
        }
        return slots[slot];
    }

    private int slot(AnyObjectId id) {
        int slot = id.hashCode() & (slots.length - 1);
        while (slots[slot] != NONE && !ids.holds(slots[slot], id)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void rehash() {
        int[] larger = filled(2 * slots.length);
        for (int commit = 0; commit < size; commit++) {
            int slot = ids.hashAt(commit) & (larger.length - 1);
            while (larger[slot] != NONE) {
                slot = (slot + 1) & (larger.length - 1);
            }
            larger[slot] = commit;
        }
        slots = larger;
    }

    /** Whether date and parents of a commit are known. */
    boolean isKnown(int commit) {
        return commit < familyAt.length && familyAt[commit] > 0;
    }

    /** Keeps what a commit says of itself. */
    void describe(int commit, long date, List<ObjectId> parents) {
        if (commit >= dates.length) {
            int room = Math.max(commit + 1, dates.length + (dates.length >> 1));
            dates = Arrays.copyOf(dates, room);
            familyAt = Arrays.copyOf(familyAt, room);
        }
        dates[commit] = date;
        int[] numbers = new int[parents.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(parents.get(i));
        }
        setParents(commit, numbers);
    }

    /** Seconds since 1970, without a sign. */
    long date(int commit) {
        return dates[commit];
    }

    int[] parents(int commit) {
        int at = familyAt[commit];
        return Arrays.copyOfRange(families, at + 1, at + 1 + families[at]);
    }

    /** Lets a history go on with these parents only. */
    void setParents(int commit, int... parents) {
        int end = familiesEnd + 1 + parents.length;
        if (end > families.length) {
            families = Arrays.copyOf(families, Math.max(end, families.length + (families.length >> 1)));
        }
        familyAt[commit] = familiesEnd;
        families[familiesEnd] = parents.length;
        System.arraycopy(parents, 0, families, familiesEnd + 1, parents.length);
        familiesEnd = end;
    }
}
