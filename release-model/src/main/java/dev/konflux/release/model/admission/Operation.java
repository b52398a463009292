package dev.konflux.release.model.admission;

/** What is done to an object. */
public enum Operation {
    /** A new object. */
    CREATE,
    /** Everything but the status. */
    UPDATE,
    /** The status alone. */
    UPDATE_STATUS,
    /** The object goes. */
    DELETE
}
