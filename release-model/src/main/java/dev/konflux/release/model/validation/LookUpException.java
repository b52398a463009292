package dev.konflux.release.model.validation;

/** Something a check needs could not be had. */
public final class LookUpException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String words;
    private final boolean passing;

    private LookUpException(String words, boolean passing) {
        super(words);
        this.words = words;
        this.passing = passing;
    }

    /** A failure that stays: the release is invalid, in these words. */
    public static LookUpException lasting(String words) {
        return new LookUpException(words, false);
    }

    /** A failure that passes by itself: the operator looks again later. */
    public static LookUpException passing(String words) {
        return new LookUpException(words, true);
    }

    /** What the cluster said. */
    public String words() {
        return words;
    }

    /** Whether it passes by itself. */
    public boolean isPassing() {
        return passing;
    }
}
