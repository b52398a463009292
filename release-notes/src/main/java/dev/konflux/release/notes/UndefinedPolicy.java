package dev.konflux.release.notes;

/** What a template may do with a value that is not there. */
public enum UndefinedPolicy {
    /** Printing gives nothing, it is false and empty; anything else fails. Jinja2's default. */
    PLAIN,
    /** As plain, and its attributes and items are undefined too. */
    CHAINABLE,
    /** As plain, but printing shows the expression. */
    DEBUG,
    /** Everything but asking whether it is defined fails. */
    STRICT
}
