package dev.konflux.release.collectors.git;

import java.util.Arrays;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/** Ids in one array, 20 bytes each. */
final class IdList {

    private static final int WORDS = 5;
    private static final int FIRST_ROOM = 1 << 10;

    private int[] words = new int[FIRST_ROOM];

    /** Keeps an id at an index; those before it that were never set are zero. */
    void set(int index, AnyObjectId id) {
        int at = index * WORDS;
        if (at + WORDS > words.length) {
            words = Arrays.copyOf(words, Math.max(at + WORDS, words.length + (words.length >> 1)));
        }
        id.copyRawTo(words, at);
    }

    ObjectId get(int index) {
        return ObjectId.fromRaw(words, index * WORDS);
    }

    /** Whether an index holds an id, without making an object of it. */
    boolean holds(int index, AnyObjectId id) {
        return id.compareTo(words, index * WORDS) == 0;
    }

    /** The hash code of the id there. */
    int hashAt(int index) {
        return words[index * WORDS + 1];
    }
}
