package dev.konflux.release.collectors.git;

import java.util.Locale;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.Transport;

/** How much of the reached commits a clone holds. */
enum GitContent {
    /** Their texts, which is all that a log needs. */
    COMMITS("tree:0", GitContent.WHOLE_HISTORY),
    /** The names of their files as well, which is what a log of one path needs. */
    TREES("blob:none", GitContent.WHOLE_HISTORY),
    /** The newest commit alone, with the files of its top folder. */
    TOP("tree:2", 1),
    /** The newest commit alone, with all its files. */
    FILES("", 1);

    private static final int WHOLE_HISTORY = 0;

    private final String filter;
    private final int depth;

    GitContent(String filter, int depth) {
        this.filter = filter;
        this.depth = depth;
    }

    /** The name of a clone's folder. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a server is asked to leave out. */
    FilterSpec filter() {
        try {
            return filter.isEmpty() ? FilterSpec.NO_FILTER : FilterSpec.fromFilterLine(filter);
        } catch (PackProtocolException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks for this much, leaving out what the filter says. */
    void ask(Transport transport, FilterSpec leavingOut) {
        transport.setFilterSpec(leavingOut);
        if (depth != WHOLE_HISTORY) {
            transport.setDepth(depth);
        }
    }
}
