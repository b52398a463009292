package dev.konflux.release.model.text;

/**
 * Counts what aliases would add to a document, as the cluster's reader does: up to 400,000 nodes nearly all may come from aliases, beyond
 * 4,000,000 only a tenth; the reader's own limit comes on top.
 */
final class AliasBudget {

    private static final int FEW = 400_000;
    private static final int MANY = 4_000_000;
    private static final int FREE_NODES = 1_000;
    private static final int FREE_ALIASED = 100;

    private final int limit;
    // The document itself counts as a node.
    private long visited = 1;
    private long aliased;

    AliasBudget(int limit) {
        this.limit = limit;
    }

    void visit() {
        visited++;
    }

    /** How many nodes were seen so far, those behind aliases included. */
    long visited() {
        return visited;
    }

    /** Adds the nodes behind an alias; false when that is too much. */
    boolean expand(long nodes) {
        visited += nodes + 1;
        aliased += nodes;
        boolean excessive =
                aliased > FREE_ALIASED && visited > FREE_NODES && (double) aliased / visited > allowedShare();
        return !excessive && aliased <= limit;
    }

    private double allowedShare() {
        if (visited <= FEW) {
            return 0.99;
        }
        return visited >= MANY ? 0.10 : 0.99 - 0.89 * ((double) (visited - FEW) / (MANY - FEW));
    }
}
