package dev.konflux.release.model.validation;

/** What the operator's checks say about a release. */
public sealed interface Verdict {

    /** What the checks found out on their way. */
    Noted noted();

    /**
     * The release may start.
     *
     * @param noted where it runs and to whom it is attributed
     */
    record Valid(Noted noted) implements Verdict {}

    /**
     * The release fails.
     *
     * @param check the check that failed
     * @param message the operator's words, as they stand in the condition {@code Validated}
     * @param noted what was found out before
     */
    record Invalid(Check check, String message, Noted noted) implements Verdict {}

    /**
     * The operator writes nothing and looks again later.
     *
     * @param check the check that could not be made yet
     * @param message the operator's words, as they stand in its log
     * @param noted what was found out before
     */
    record Undecided(Check check, String message, Noted noted) implements Verdict {}
}
