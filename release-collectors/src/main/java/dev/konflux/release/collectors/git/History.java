package dev.konflux.release.collectors.git;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The commits of a range in the order of git's {@code log}, computed as git's {@code limit_list} does: by date, newest first, equal dates in
 * the order met, and with git's way of giving up early, which shows when dates are skewed. JGit's own walk differs in both.
 */
final class History {

    /** How many commits git looks further once only unwanted ones are left. */
    private static final int SLOP = 5;

    private final CommitGraph graph;
    private final CommitTable table;
    private final Optional<Changes> changes;
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>();
    private final BitSet read = new BitSet();
    private final BitSet met = new BitSet();
    private final BitSet seen = new BitSet();
    private final BitSet queued = new BitSet();
    private final BitSet unwanted = new BitSet();
    private final BitSet unchanged = new BitSet();
    private int bottom = CommitTable.NONE;
    private int turns;
    private int wantedInQueue;

    /** Every commit counts. */
    History(CommitGraph graph) {
        this(graph, Optional.empty());
    }

    /** Only commits that change something count, if changes are told. */
    History(CommitGraph graph, Optional<Changes> changes) {
        this.graph = graph;
        this.table = graph.table();
        this.changes = changes;
    }

    /** Whether a commit leaves what matters as it was. */
    @FunctionalInterface
    interface Changes {
        /**
         * Compares a commit.
         *
         * @param before the commit to compare with, {@link CommitTable#NONE} for an empty tree
         */
        boolean isUntouched(int before, int commit) throws IOException;
    }

    /** A commit in the queue: the newest date first, then who came first. */
    private record Waiting(int commit, long date, int turn) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int newestFirst = Long.compareUnsigned(other.date, date);
            return newestFirst != 0 ? newestFirst : Integer.compare(turn, other.turn);
        }
    }

    /** The commits reachable from {@code until} and not from {@code since}. */
    ImmutableIntArray range(int since, int until) throws IOException {
        bottom = since;
        markUnwanted(since);
        if (read(since)) {
            markAncestorsUnwanted(since);
            enqueue(since);
        }
        if (read(until)) {
            enqueue(until);
        }
        ImmutableIntArray.Builder range = ImmutableIntArray.builder();
        limited().forEach(commit -> {
            if (!unwanted.get(commit) && !unchanged.get(commit)) {
                range.add(commit);
            }
        });
        return range.build();
    }

    /** Whether git shows this single commit under the path limit. */
    boolean isShown(int commit) throws IOException {
        read(commit);
        simplify(commit);
        return !unchanged.get(commit);
    }

    /** Whether a commit of the range has this one as a parent. */
    boolean isMet(int commit) {
        return met.get(commit);
    }

    private ImmutableIntArray limited() throws IOException {
        ImmutableIntArray.Builder wanted = ImmutableIntArray.builder();
        long lastDate = -1;
        int slop = SLOP;
        while (!queue.isEmpty()) {
            Interruption.check();
            int commit = dequeue();
            if (!unwanted.get(commit)) {
                followParents(commit);
                lastDate = table.date(commit);
                wanted.add(commit);
                continue;
            }
            followUnwantedParents(commit);
            graph.forget(commit);
            markAncestorsUnwanted(commit);
            slop = remainingSlop(lastDate, slop);
            if (slop == 0) {
                break;
            }
        }
        return wanted.build();
    }

    private int remainingSlop(long lastDate, int slop) {
        Waiting next = queue.peek();
        if (next == null) {
            return 0;
        }
        boolean isOlder = Long.compareUnsigned(lastDate, next.date) > 0;
        return !isOlder || wantedInQueue > 0 ? SLOP : slop - 1;
    }

    private void followUnwantedParents(int commit) throws IOException {
        for (int parent : table.parents(commit)) {
            markUnwanted(parent);
            if (read(parent)) {
                markAncestorsUnwanted(parent);
                enqueue(parent);
            }
        }
    }

    private void followParents(int commit) throws IOException {
        simplify(commit);
        for (int parent : table.parents(commit)) {
            met.set(parent);
            if (read(parent)) {
                enqueue(parent);
            }
        }
    }

    private boolean read(int commit) throws IOException {
        if (!read.get(commit) && graph.know(commit)) {
            read.set(commit);
        }
        return read.get(commit);
    }

    /** History simplification: a commit that leaves the path as one parent had it follows that parent alone. */
    private void simplify(int commit) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        int[] parents = table.parents(commit);
        if (parents.length == 0) {
            unchanged.set(commit, changes.get().isUntouched(CommitTable.NONE, commit));
            return;
        }
        int relevant = 0;
        boolean relevantChange = false;
        boolean otherChange = false;
        for (int parent : parents) {
            read(parent);
            relevant += isRelevant(parent) ? 1 : 0;
            boolean untouched = changes.get().isUntouched(parent, commit);
            if (untouched && isRelevant(parent)) {
                table.setParents(commit, parent);
                unchanged.set(commit);
                return;
            }
            relevantChange |= !untouched && isRelevant(parent);
            otherChange |= !untouched && !isRelevant(parent);
        }
        unchanged.set(commit, relevant > 0 ? !relevantChange : !otherChange);
    }

    private boolean isRelevant(int commit) {
        return !unwanted.get(commit) || commit == bottom;
    }

    private void markUnwanted(int commit) {
        if (!unwanted.get(commit)) {
            unwanted.set(commit);
            wantedInQueue -= queued.get(commit) ? 1 : 0;
        }
    }

    /** Unwantedness reaches only parents of commits that were read: git does not read further ones for it. */
    private void markAncestorsUnwanted(int start) {
        Deque<Integer> pending = new ArrayDeque<>();
        pending.push(start);
        while (!pending.isEmpty()) {
            int commit = pending.pop();
            if (!read.get(commit)) {
                continue;
            }
            for (int parent : table.parents(commit)) {
                if (!unwanted.get(parent)) {
                    markUnwanted(parent);
                    pending.push(parent);
                }
            }
        }
    }

    private void enqueue(int commit) {
        if (seen.get(commit)) {
            return;
        }
        seen.set(commit);
        queued.set(commit);
        wantedInQueue += unwanted.get(commit) ? 0 : 1;
        queue.add(new Waiting(commit, table.date(commit), turns++));
    }

    private int dequeue() {
        int commit = queue.remove().commit;
        queued.clear(commit);
        wantedInQueue -= unwanted.get(commit) ? 0 : 1;
        return commit;
    }
}
