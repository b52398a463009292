package dev.konflux.release.notes.jinja.regex;

/**
 * How a pattern is read.
 *
 * @param ignoreCase {@code i}
 * @param multiline {@code m}
 * @param dotAll {@code s}
 * @param verbose {@code x}
 * @param ascii {@code a}
 */
public record Flags(boolean ignoreCase, boolean multiline, boolean dotAll, boolean verbose, boolean ascii) {

    /** The two flags that callers set. */
    public static Flags of(boolean ignoreCase, boolean multiline) {
        return new Flags(ignoreCase, multiline, false, false, false);
    }

    /** These flags with one of them switched by its letter. */
    Flags with(int letter, boolean on) {
        return new Flags(
                letter == 'i' ? on : ignoreCase,
                letter == 'm' ? on : multiline,
                letter == 's' ? on : dotAll,
                letter == 'x' ? on : verbose,
                letter == 'a' ? on : letter == 'u' ? !on : ascii);
    }
}
