package dev.konflux.release.policy.report;

import java.util.Locale;
import java.util.Optional;

/** The forms of a report. Reports on plain inputs know the first four. */
public enum ReportFormat {
    /** One line of JSON. */
    JSON,
    /** The same tree as YAML, names sorted. */
    YAML,
    /** For people. */
    TEXT,
    /** One line of JSON with the first message of every rule. */
    SUMMARY,
    /** A table of totals. */
    SUMMARY_MARKDOWN,
    /** One suite a component. */
    JUNIT,
    /** Totals as a task result. */
    APPSTUDIO,
    /** The predicate of a verification summary. */
    VSA;

    /** The format's name in options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format of that name; {@code hacbs} is an older name of {@code appstudio}. */
    public static Optional<ReportFormat> find(String label) {
        if (label.equals("hacbs")) {
            return Optional.of(APPSTUDIO);
        }
        for (ReportFormat format : values()) {
            if (format.label().equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
