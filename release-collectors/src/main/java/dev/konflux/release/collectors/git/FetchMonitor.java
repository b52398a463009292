package dev.konflux.release.collectors.git;

import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Ends a fetch that takes too long or whose thread was interrupted, also while nothing more is read from the server. */
final class FetchMonitor extends EmptyProgressMonitor {

    private final ServerTalk talk;

    FetchMonitor(ServerTalk talk) {
        this.talk = talk;
    }

    @Override
    public boolean isCancelled() {
        return talk.isOver() || Thread.currentThread().isInterrupted();
    }
}
