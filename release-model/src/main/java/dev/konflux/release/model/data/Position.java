package dev.konflux.release.model.data;

/**
 * Where a value stood in a text. Positions are information for people and never part of a value's equality.
 *
 * @param source name of the document's source, usually a file path; empty when unknown
 * @param line line, counted from 1; 0 when unknown
 * @param column column in characters, counted from 1; 0 when unknown
 */
public record Position(String source, int line, int column) {

    /** The position of values that were not read from a text. */
    public static final Position UNKNOWN = new Position("", 0, 0);

    /** Whether this position names a line. */
    public boolean isKnown() {
        return line > 0;
    }

    /** {@code source:line:column}, or as much of it as is known. */
    @Override
    public String toString() {
        if (!isKnown()) {
            return source;
        }
        String place = line + ":" + column;
        return source.isEmpty() ? place : source + ":" + place;
    }
}
