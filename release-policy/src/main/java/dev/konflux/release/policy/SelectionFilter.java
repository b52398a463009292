package dev.konflux.release.policy;

import java.util.Optional;

/** Upstream's two ways of deciding which rules and results count. */
public enum SelectionFilter {
    /** Every result is weighed by the criteria with its terms, image and component; the default. */
    INCLUDE_EXCLUDE("include-exclude"),
    /** Rules are weighed before they run, after a look at the pipeline intention; results follow their rule. */
    EC_POLICY("ec-policy");

    private final String label;

    SelectionFilter(String label) {
        this.label = label;
    }

    /** The value of upstream's option. */
    public String label() {
        return label;
    }

    /** The filter of that option value. */
    public static Optional<SelectionFilter> find(String label) {
        for (SelectionFilter filter : values()) {
            if (filter.label.equals(label)) {
                return Optional.of(filter);
            }
        }
        return Optional.empty();
    }
}
