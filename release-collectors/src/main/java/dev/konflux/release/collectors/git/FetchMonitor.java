package dev.konflux.release.collectors.git;

import java.io.File;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Ends a fetch that brings too much or whose thread was interrupted. */
final class FetchMonitor extends EmptyProgressMonitor {

    private static final int LOOK_EVERY = 1024;

    private final File packs;
    private final long mostBytes;
    private int asked;
    private boolean tooMuch;

    FetchMonitor(File objectFolder, long mostBytes) {
        this.packs = objectFolder;
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean isCancelled() {
        if (asked++ % LOOK_EVERY == 0) {
            tooMuch = incomingBytes() > mostBytes;
        }
        return tooMuch || Thread.currentThread().isInterrupted();
    }

    /** A pack on its way lies in the folder of objects until it is whole. */
    private long incomingBytes() {
        File[] incoming = packs.listFiles((folder, name) -> name.startsWith("incoming_"));
        long bytes = 0;
        for (File file : incoming == null ? new File[0] : incoming) {
            bytes += file.length();
        }
        return bytes;
    }
}
