package dev.konflux.release.model.explain;

/** Whether something is released. */
public enum Outcome {
    /** It is, or will be as far as the operator's own checks go. */
    YES,
    /** It is not. */
    NO,
    /** The resources at hand do not tell. */
    UNKNOWN
}
