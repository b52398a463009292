package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Position;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of a text as they leave the reader, in the words of the cluster's one.
 *
 * @param source name used in positions
 * @param firstLine line on which the text begins, counted from 1
 */
record SyntaxFaults(String source, int firstLine) {

    Position place(int line, int column) {
        return new Position(source, firstLine + line, column + 1);
    }

    Position place(YamlMark mark) {
        return place(mark.line(), mark.column());
    }

    /** A text that no tokens can be made of; the context is where the broken token began. */
    DataSyntaxException inToken(YamlMark problemPlace, YamlMark context, String problem) {
        // The cluster's reader names the line of such a problem counted from 1, and leaves out the first line.
        return fault(problemPlace, problemPlace.line() == 0 ? context.line() : problemPlace.line() + 1, problem);
    }

    /** Tokens that make no document; the context is where the broken structure began. */
    DataSyntaxException inStructure(YamlMark problemPlace, @Nullable YamlMark context, String problem) {
        // The cluster's reader names the line of such a problem counted from 0.
        int contextLine = context == null ? 0 : context.line();
        return fault(problemPlace, problemPlace.line() == 0 ? contextLine : problemPlace.line(), problem);
    }

    private DataSyntaxException fault(YamlMark problemPlace, int namedLine, String problem) {
        String line = namedLine == 0 ? "" : "line " + namedLine + ": ";
        return new DataSyntaxException(place(problemPlace), problem, "yaml: " + line + problem);
    }
}
