package dev.konflux.release.collectors.git;

import java.util.Locale;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.transport.FilterSpec;

/** How much of the reached commits a clone holds. */
enum GitContent {
    /** Their texts, which is all that a log needs. */
    COMMITS("tree:0"),
    /** The names of their files as well, which is what a log of one path needs. */
    TREES("blob:none"),
    /** Everything. */
    FILES("");

    private final String filter;

    GitContent(String filter) {
        this.filter = filter;
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
}
