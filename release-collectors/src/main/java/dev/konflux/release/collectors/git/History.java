package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The commits of a range in the order of git's {@code log}, computed as git's {@code limit_list} does: by date, newest first, equal dates in
 * the order met, and with git's way of giving up early, which shows when dates are skewed. JGit's own walk differs in both.
 */
final class History {

    /** How many commits git looks further once only unwanted ones are left. */
    private static final int SLOP = 5;

    private final HistoryWalk walk;
    private final Optional<PathLimit> path;
    private final PriorityQueue<HistoryCommit> queue = new PriorityQueue<>(History::byDate);
    private int turns;
    private int wantedInQueue;

    History(HistoryWalk walk, Optional<PathLimit> path) {
        this.walk = walk;
        this.path = path;
    }

    private static int byDate(HistoryCommit one, HistoryCommit other) {
        int newestFirst = Long.compare(other.date(), one.date());
        return newestFirst != 0 ? newestFirst : Integer.compare(one.turn, other.turn);
    }

    /** The commits reachable from {@code until} and not from {@code since}. */
    List<HistoryCommit> range(ObjectId since, ObjectId until) throws IOException {
        HistoryCommit bottom = walk.read(since);
        HistoryCommit top = walk.read(until);
        bottom.bottom = true;
        markUnwanted(bottom);
        markAncestorsUnwanted(bottom);
        enqueue(bottom);
        enqueue(top);
        List<HistoryCommit> range = limited();
        range.removeIf(commit -> commit.unwanted || commit.unchanged);
        return range;
    }

    /** Whether git shows this single commit under the path limit. */
    boolean isShown(ObjectId id) throws IOException {
        HistoryCommit commit = walk.read(id);
        simplify(commit);
        return !commit.unchanged;
    }

    private List<HistoryCommit> limited() throws IOException {
        List<HistoryCommit> wanted = new ArrayList<>();
        long lastDate = Long.MAX_VALUE;
        int slop = SLOP;
        while (!queue.isEmpty()) {
            Interruption.check();
            HistoryCommit node = dequeue();
            addParents(node);
            if (!node.unwanted) {
                lastDate = node.date();
                wanted.add(node);
                continue;
            }
            walk.forget(node);
            markAncestorsUnwanted(node);
            slop = remainingSlop(lastDate, slop);
            if (slop == 0) {
                break;
            }
        }
        return wanted;
    }

    private int remainingSlop(long lastDate, int slop) {
        HistoryCommit next = queue.peek();
        if (next == null) {
            return 0;
        }
        return lastDate <= next.date() || wantedInQueue > 0 ? SLOP : slop - 1;
    }

    private void addParents(HistoryCommit node) throws IOException {
        if (node.parentsAdded) {
            return;
        }
        node.parentsAdded = true;
        if (node.unwanted) {
            for (HistoryCommit parent : parents(node)) {
                markUnwanted(parent);
                markAncestorsUnwanted(parent);
                enqueue(parent);
            }
            return;
        }
        simplify(node);
        for (HistoryCommit parent : parents(node)) {
            enqueue(parent);
        }
    }

    /** History simplification: a commit that leaves the path as one parent had it follows that parent alone. */
    private void simplify(HistoryCommit node) throws IOException {
        if (path.isEmpty()) {
            return;
        }
        PathLimit limit = path.get();
        List<HistoryCommit> parents = parents(node);
        if (parents.isEmpty()) {
            node.unchanged = limit.isUntouched(walk, null, node);
            return;
        }
        int relevant = 0;
        boolean relevantChange = false;
        boolean otherChange = false;
        for (HistoryCommit parent : parents) {
            relevant += parent.isRelevant() ? 1 : 0;
            boolean untouched = limit.isUntouched(walk, parent, node);
            if (untouched && parent.isRelevant()) {
                node.followed = List.of(parent);
                node.unchanged = true;
                return;
            }
            relevantChange |= !untouched && parent.isRelevant();
            otherChange |= !untouched && !parent.isRelevant();
        }
        node.unchanged = relevant > 0 ? !relevantChange : !otherChange;
    }

    private void markUnwanted(HistoryCommit node) {
        if (!node.unwanted) {
            node.unwanted = true;
            wantedInQueue -= node.queued ? 1 : 0;
        }
    }

    /** Unwantedness reaches only ancestors that were met before: git does not read further commits for it. */
    private void markAncestorsUnwanted(HistoryCommit start) {
        Deque<HistoryCommit> pending = new ArrayDeque<>();
        pending.push(start);
        while (!pending.isEmpty()) {
            List<HistoryCommit> parents = pending.pop().followed;
            if (parents == null) {
                continue;
            }
            for (HistoryCommit parent : parents) {
                if (!parent.unwanted) {
                    markUnwanted(parent);
                    pending.push(parent);
                }
            }
        }
    }

    private void enqueue(HistoryCommit node) {
        if (node.seen) {
            return;
        }
        node.seen = true;
        node.queued = true;
        node.turn = turns++;
        wantedInQueue += node.unwanted ? 0 : 1;
        queue.add(node);
    }

    private HistoryCommit dequeue() {
        HistoryCommit node = queue.remove();
        node.queued = false;
        wantedInQueue -= node.unwanted ? 0 : 1;
        return node;
    }

    private List<HistoryCommit> parents(HistoryCommit node) throws IOException {
        List<HistoryCommit> parents = node.followed;
        if (parents == null) {
            List<HistoryCommit> read = new ArrayList<>(node.getParentCount());
            for (RevCommit parent : node.getParents()) {
                HistoryCommit commit = walk.read(parent);
                commit.met = true;
                read.add(commit);
            }
            parents = List.copyOf(read);
            node.followed = parents;
        }
        return parents;
    }
}
