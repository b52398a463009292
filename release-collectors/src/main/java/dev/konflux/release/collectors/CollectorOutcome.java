package dev.konflux.release.collectors;

import dev.konflux.release.model.data.Data;

/** How one item of a run ended. */
public sealed interface CollectorOutcome {

    /** The item's name. */
    String name();

    /**
     * The collector answered.
     *
     * @param name the item's name
     * @param result its answer; JSON null when it said nothing
     */
    record Found(String name, Data result) implements CollectorOutcome {}

    /**
     * The collector failed, or had no time left: exit code {@value CollectorFailure#OUT_OF_TIME}.
     *
     * @param name the item's name
     * @param exitCode the code upstream's task ends with
     * @param message why
     */
    record Failed(String name, int exitCode, String message) implements CollectorOutcome {}

    /**
     * Nothing came of it: the run was stopped before the collector answered, or its answer was lost with a run that failed.
     *
     * @param name the item's name
     */
    record Dropped(String name) implements CollectorOutcome {}
}
