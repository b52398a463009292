package dev.konflux.release.collectors.git;

/** Long work in a repository ends when its thread is interrupted, as the runner does with a collector whose time is over. */
final class Interruption {

    private static final int OUT_OF_TIME = 124;

    private Interruption() {}

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new GitFailure(OUT_OF_TIME, "reading the repository was stopped");
        }
    }
}
