package dev.konflux.release.collectors;

/** What upstream's programs refuse to start without. */
public enum CollectorNeed {
    RELEASE,
    PREVIOUS_RELEASE,
    MODE
}
