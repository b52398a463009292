package dev.konflux.release.model;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
    /** The document is refused, or a release would fail. */
    ERROR,
    /** The document is accepted but most likely does not say what its author meant. */
    WARNING,
    /** Worth knowing. */
    NOTE;

    /** The word in output: {@code error}, {@code warning}, {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
