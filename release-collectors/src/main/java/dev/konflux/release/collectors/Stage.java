package dev.konflux.release.collectors;

import java.util.Locale;

/** Whose collectors run. */
public enum Stage {
    /** Those of the ReleasePlan. */
    TENANT,
    /** Those of the ReleasePlanAdmission. */
    MANAGED;

    /** The word that upstream's programs, result files and the Release's status use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
