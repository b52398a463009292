package dev.konflux.release.model.validation;

/** What the operator's checks say about a release. */
public sealed interface Verdict {

    /**
     * The release may start.
     *
     * @param author the user it is attributed to
     * @param standing whether the plan's author stands for it
     */
    record Valid(String author, boolean standing) implements Verdict {}

    /**
     * The release fails.
     *
     * @param check the check that failed
     * @param message the operator's words, as they stand in the condition {@code Validated}
     */
    record Invalid(Check check, String message) implements Verdict {}

    /**
     * The operator writes nothing and looks again later.
     *
     * @param check the check that could not be made yet
     * @param message the operator's words, as they stand in its log
     */
    record Undecided(Check check, String message) implements Verdict {}
}
