package dev.konflux.release.policy;

import java.util.Locale;

/** Whether what a rule finds fails the verdict or only warns. */
public enum RuleKind {
    /** Results are violations, unless their severity or their date says otherwise. */
    DENY,
    /** Results are warnings, unless their severity says otherwise. */
    WARN;

    /** The name of the set in the rule's package that takes the results: {@code deny} or {@code warn}. */
    public String setName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
