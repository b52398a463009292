package dev.konflux.release.collectors;

/** What becomes of a run when a collector fails. */
public enum FailurePolicy {
    /** The first failure ends the run at once and the results of the others are lost: upstream's way. */
    STOP,
    /** The others go on, and their results are kept. */
    KEEP_RESULTS
}
