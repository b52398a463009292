package dev.konflux.release.model.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a schema demands of a value of the right type; numbers below zero mean no demand. */
record Constraints(
        String format,
        @Nullable TextPattern pattern,
        int minLength,
        int maxLength,
        int minItems,
        int maxItems,
        boolean hasMinimum,
        long minimum,
        List<String> allowed) {

    Constraints {
        allowed = List.copyOf(allowed);
    }
}
