package dev.konflux.release.notes.jinja.regex;

/**
 * How many characters a part can take.
 *
 * @param least at least
 * @param most at most
 */
record Width(long least, long most) {

    static final Width NONE = new Width(0, 0);
    static final Width ONE = new Width(1, 1);

    /** Python's own bound, above which widths are no longer told apart. */
    private static final long ENDLESS = (1L << 32) - 1;

    boolean isFixed() {
        return least == most;
    }

    Width plus(Width other) {
        return new Width(bounded(least + other.least), bounded(most + other.most));
    }

    Width times(int fewest, int mostTimes) {
        return new Width(bounded(least * fewest), bounded(most * mostTimes));
    }

    Width or(Width other) {
        return new Width(Math.min(least, other.least), Math.max(most, other.most));
    }

    private static long bounded(long width) {
        return Math.min(width, ENDLESS);
    }
}
