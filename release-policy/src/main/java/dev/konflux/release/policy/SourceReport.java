package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The verdict of one source group.
 *
 * @param selection which rules took part
 * @param outcomes what came of each package
 * @param traces why each result ended where it did
 */
public record SourceReport(RuleSelection selection, List<Outcome> outcomes, List<ResultTrace> traces) {

    /** Copies the lists. */
    public SourceReport {
        outcomes = ImmutableList.copyOf(outcomes);
        traces = ImmutableList.copyOf(traces);
    }
}
