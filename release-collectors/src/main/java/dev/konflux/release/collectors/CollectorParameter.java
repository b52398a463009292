package dev.konflux.release.collectors;

/**
 * A parameter of a collector.
 *
 * @param name name in {@code params} of a plan or admission
 * @param letter one-letter short form, or a blank when there is none
 * @param required whether collecting fails without it
 * @param repeatable whether several values are collected; otherwise the last one counts
 * @param description what it is for, one sentence
 */
public record CollectorParameter(String name, char letter, boolean required, boolean repeatable, String description) {

    private static final char NO_LETTER = ' ';

    /** A parameter without which collecting fails. */
    public static CollectorParameter required(String name, String description) {
        return new CollectorParameter(name, NO_LETTER, true, false, description);
    }

    /** A parameter that may be left out. */
    public static CollectorParameter optional(String name, String description) {
        return new CollectorParameter(name, NO_LETTER, false, false, description);
    }

    /** The same parameter with a one-letter short form. */
    public CollectorParameter letter(char shortForm) {
        return new CollectorParameter(name, shortForm, required, repeatable, description);
    }

    /** The same parameter, collecting all its values. */
    public CollectorParameter eachValue() {
        return new CollectorParameter(name, letter, required, true, description);
    }

    /** How messages name it: {@code -u/--url}. */
    public String label() {
        return letter == NO_LETTER ? "--" + name : "-" + letter + "/--" + name;
    }
}
