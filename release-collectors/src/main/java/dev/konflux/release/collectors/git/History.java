package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * The commits of a range in the order of git's {@code log}, computed as git's {@code limit_list} does: by date, newest first, equal dates in
 * the order met, and with git's way of giving up early, which shows when dates are skewed. JGit's own walk differs in both.
 */
final class History {

    /** How many commits git looks further once only unwanted ones are left. */
    private static final int SLOP = 5;

    private final RevWalk walk;
    private final Optional<PathLimit> path;
    private final Map<ObjectId, Node> nodes = new HashMap<>();
    private final PriorityQueue<Node> queue = new PriorityQueue<>(
            Comparator.comparingLong((Node node) -> -node.date).thenComparingLong(node -> node.turn));
    private long turns;
    private int wantedInQueue;

    History(RevWalk walk, Optional<PathLimit> path) {
        this.walk = walk;
        this.path = path;
    }

    /** The commits reachable from {@code until} and not from {@code since}. */
    List<RevCommit> range(ObjectId since, ObjectId until) throws IOException {
        Node bottom = node(since);
        Node top = node(until);
        bottom.bottom = true;
        markUnwanted(bottom);
        markAncestorsUnwanted(bottom);
        enqueue(bottom);
        enqueue(top);
        List<RevCommit> shown = new ArrayList<>();
        for (Node node : limited()) {
            if (!node.unwanted && !node.unchanged) {
                shown.add(node.commit);
            }
        }
        return shown;
    }

    /** Whether git shows this single commit under the path limit. */
    boolean isShown(ObjectId id) throws IOException {
        Node node = node(id);
        simplify(node);
        return !node.unchanged;
    }

    private List<Node> limited() throws IOException {
        List<Node> wanted = new ArrayList<>();
        long lastDate = Long.MAX_VALUE;
        int slop = SLOP;
        while (!queue.isEmpty()) {
            Node node = dequeue();
            addParents(node);
            if (!node.unwanted) {
                lastDate = node.date;
                wanted.add(node);
                continue;
            }
            markAncestorsUnwanted(node);
            slop = remainingSlop(lastDate, slop);
            if (slop == 0) {
                break;
            }
        }
        return wanted;
    }

    private int remainingSlop(long lastDate, int slop) {
        Node next = queue.peek();
        if (next == null) {
            return 0;
        }
        return lastDate <= next.date || wantedInQueue > 0 ? SLOP : slop - 1;
    }

    private void addParents(Node node) throws IOException {
        if (node.parentsAdded) {
            return;
        }
        node.parentsAdded = true;
        if (node.unwanted) {
            for (Node parent : parents(node)) {
                markUnwanted(parent);
                markAncestorsUnwanted(parent);
                enqueue(parent);
            }
            return;
        }
        simplify(node);
        for (Node parent : parents(node)) {
            enqueue(parent);
        }
    }

    /** History simplification: a commit that leaves the path as one parent had it follows that parent alone. */
    private void simplify(Node node) throws IOException {
        if (path.isEmpty()) {
            return;
        }
        PathLimit limit = path.get();
        List<Node> parents = parents(node);
        if (parents.isEmpty()) {
            node.unchanged = limit.isUntouched(walk, null, node.commit);
            return;
        }
        int relevant = 0;
        boolean relevantChange = false;
        boolean otherChange = false;
        for (Node parent : parents) {
            relevant += parent.isRelevant() ? 1 : 0;
            boolean untouched = limit.isUntouched(walk, parent.commit, node.commit);
            if (untouched && parent.isRelevant()) {
                node.parents = List.of(parent);
                node.unchanged = true;
                return;
            }
            relevantChange |= !untouched && parent.isRelevant();
            otherChange |= !untouched && !parent.isRelevant();
        }
        node.unchanged = relevant > 0 ? !relevantChange : !otherChange;
    }

    private void markUnwanted(Node node) {
        if (!node.unwanted) {
            node.unwanted = true;
            wantedInQueue -= node.queued ? 1 : 0;
        }
    }

    /** Unwantedness reaches only ancestors that were met before: git does not read further commits for it. */
    private void markAncestorsUnwanted(Node start) {
        Deque<Node> pending = new ArrayDeque<>();
        pending.push(start);
        while (!pending.isEmpty()) {
            List<Node> parents = pending.pop().parents;
            if (parents == null) {
                continue;
            }
            for (Node parent : parents) {
                if (!parent.unwanted) {
                    markUnwanted(parent);
                    pending.push(parent);
                }
            }
        }
    }

    private void enqueue(Node node) {
        if (node.seen) {
            return;
        }
        node.seen = true;
        node.queued = true;
        node.turn = turns++;
        wantedInQueue += node.unwanted ? 0 : 1;
        queue.add(node);
    }

    private Node dequeue() {
        Node node = queue.remove();
        node.queued = false;
        wantedInQueue -= node.unwanted ? 0 : 1;
        return node;
    }

    private List<Node> parents(Node node) throws IOException {
        List<Node> parents = node.parents;
        if (parents == null) {
            parents = new ArrayList<>(node.commit.getParentCount());
            for (RevCommit parent : node.commit.getParents()) {
                parents.add(node(parent));
            }
            node.parents = parents;
        }
        return parents;
    }

    private Node node(ObjectId id) throws IOException {
        Node known = nodes.get(id);
        if (known == null) {
            RevCommit commit = walk.parseCommit(id);
            known = new Node(commit);
            nodes.put(commit, known);
        }
        return known;
    }

    /** A commit and what git would flag it with. */
    private static final class Node {
        private final RevCommit commit;
        private final long date;
        private @Nullable List<Node> parents;
        private long turn;
        private boolean seen;
        private boolean queued;
        private boolean parentsAdded;
        private boolean unwanted;
        private boolean bottom;
        private boolean unchanged;

        Node(RevCommit commit) {
            this.commit = commit;
            this.date = Integer.toUnsignedLong(commit.getCommitTime());
        }

        boolean isRelevant() {
            return !unwanted || bottom;
        }
    }
}
