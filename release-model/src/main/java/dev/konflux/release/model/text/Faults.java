package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Position;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the values of one document. The real readers work in phases, and a fault of an earlier phase hides those of
 * later ones; within a phase the first fault counts.
 */
final class Faults {

    /** The phases of the cluster's reader, and Python's. */
    enum Phase {
        DECODING("yaml: "),
        KEYS(""),
        JSON("json: "),
        /** The only phase of Python's reader. */
        CONSTRUCTION("");

        private final String prefix;

        Phase(String prefix) {
            this.prefix = prefix;
        }
    }

    private @Nullable Phase phase;
    private @Nullable DataSyntaxException first;

    void report(Phase found, Position place, String problem) {
        if (phase == null || found.compareTo(phase) < 0) {
            phase = found;
            first = new DataSyntaxException(place, problem, found.prefix + problem);
        }
    }

    /** The fault to report, or null. */
    @Nullable
    DataSyntaxException first() {
        return first;
    }

    /** Whether the fault is one that goes away with the value it was found in, when a repeated key replaces that. */
    boolean isReplaceable() {
        return phase == Phase.JSON;
    }
}
