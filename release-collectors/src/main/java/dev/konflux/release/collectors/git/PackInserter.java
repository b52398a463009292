package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackParser;

/** Inserts objects as another inserter does, but has packs read by a parser of its own. */
final class PackInserter extends ObjectInserter.Filter {

    private final ObjectInserter inserter;
    private final ParserSource parsers;

    PackInserter(ObjectInserter inserter, ParserSource parsers) {
        this.inserter = inserter;
        this.parsers = parsers;
    }

    /** Makes the parser of a pack. */
    @FunctionalInterface
    interface ParserSource {
        PackParser of(InputStream pack) throws IOException;
    }

    @Override
    protected ObjectInserter delegate() {
        return inserter;
    }

    @Override
    public PackParser newPackParser(InputStream pack) throws IOException {
        return parsers.of(pack);
    }
}
