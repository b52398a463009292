package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Position;

/**
 * A key that was set before in the same mapping. Ordinary reading keeps the last value; the strict reading of the cluster's clients refuses.
 *
 * @param key the key as the cluster's strict reader prints it: texts in quotes
 * @param position where the repeated key stands
 * @param valueLine line of the value that stands behind it, which is the line the strict reader names
 */
public record DuplicateKey(String key, Position position, int valueLine) {

    /** The line of the cluster's strict reader. */
    @Override
    public String toString() {
        return "line " + valueLine + ": key " + key + " already set in map";
    }
}
