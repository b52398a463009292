package dev.konflux.release.collectors.git;

import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** A commit and what git would flag it with while it computes a range. */
final class HistoryCommit extends RevCommit {

    /** The parents that history follows; null until they are read. */
    @Nullable
    List<HistoryCommit> followed;

    /** When it came into the queue, for commits of one date. */
    int turn;

    /** Bytes of its text that are in memory. */
    int textKept;

    boolean seen;
    boolean queued;
    boolean parentsAdded;
    boolean unwanted;
    boolean bottom;
    boolean unchanged;

    /** Whether a commit that was read has it as a parent. */
    boolean met;

    HistoryCommit(AnyObjectId id) {
        super(id);
    }

    /** Seconds since 1970; git's dates have no sign here. */
    long date() {
        return Integer.toUnsignedLong(getCommitTime());
    }

    boolean isRelevant() {
        return !unwanted || bottom;
    }
}
