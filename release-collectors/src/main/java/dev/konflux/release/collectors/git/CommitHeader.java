package dev.konflux.release.collectors.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * What the first lines of a commit say, read as git reads them: a date that is not understood is 0.
 *
 * @param tree its files
 * @param parents in the commit's order
 * @param date the committer's seconds since 1970, without a sign
 */
record CommitHeader(ObjectId tree, List<ObjectId> parents, long date) {

    private static final byte[] TREE = line("tree ");
    private static final byte[] PARENT = line("parent ");
    private static final byte[] AUTHOR = line("author ");
    private static final byte[] COMMITTER = line("committer ");
    private static final int MOST_DIGITS = 18;

    private static byte[] line(String start) {
        return start.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a commit.
     *
     * @throws CorruptObjectException when it is none
     */
    static CommitHeader read(AnyObjectId id, byte[] commit) throws CorruptObjectException {
        try {
            int at = TREE.length + Constants.OBJECT_ID_STRING_LENGTH + 1;
            if (RawParseUtils.match(commit, 0, TREE) < 0 || commit.length < at) {
                throw new CorruptObjectException(id, "no tree");
            }
            ObjectId tree = ObjectId.fromString(commit, TREE.length);
            List<ObjectId> parents = new ArrayList<>(2);
            int length = PARENT.length + Constants.OBJECT_ID_STRING_LENGTH + 1;
            for (; at + length <= commit.length && RawParseUtils.match(commit, at, PARENT) > 0; at += length) {
                parents.add(ObjectId.fromString(commit, at + PARENT.length));
            }
            return new CommitHeader(tree, parents, date(commit, at));
        } catch (InvalidObjectIdException e) {
            throw new CorruptObjectException(id, "no ids");
        }
    }

    private static long date(byte[] commit, int at) {
        if (RawParseUtils.match(commit, at, AUTHOR) < 0) {
            return 0;
        }
        int committer = RawParseUtils.nextLF(commit, at);
        int lineEnd = RawParseUtils.nextLF(commit, committer);
        int mailEnd = RawParseUtils.nextLF(commit, committer, '>');
        return RawParseUtils.match(commit, committer, COMMITTER) < 0 ? 0 : number(commit, mailEnd, lineEnd);
    }

    /** As C's {@code strtoumax}: a minus wraps around. */
    private static long number(byte[] text, int start, int end) {
        int at = start;
        while (at < end && text[at] == ' ') {
            at++;
        }
        boolean negative = at < end && text[at] == '-';
        at += negative ? 1 : 0;
        long number = 0;
        for (int first = at; at < end && text[at] >= '0' && text[at] <= '9'; at++) {
            if (at - first >= MOST_DIGITS) {
                return -1;
            }
            number = 10 * number + text[at] - '0';
        }
        return negative ? -number : number;
    }
}
