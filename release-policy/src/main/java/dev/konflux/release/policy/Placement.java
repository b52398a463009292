package dev.konflux.release.policy;

/** Where a result ended. */
public enum Placement {
    /** It fails the verdict. */
    VIOLATION,
    /** It is reported without failing the verdict. */
    WARNING,
    /** The rule found nothing. */
    SUCCESS,
    /** The criteria took it out. */
    EXCLUDED,
    /** A rule it depends on was reported itself. */
    PRECEDED,
    /** The engine excepted it. */
    EXCEPTED,
    /** The engine skipped it. */
    SKIPPED
}
