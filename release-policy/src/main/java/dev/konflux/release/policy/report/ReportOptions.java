package dev.konflux.release.policy.report;

import dev.konflux.release.policy.PolicyResult;
import java.util.List;

/**
 * What a report shows.
 *
 * @param detailed all that is known of a result, not only code, date and term
 * @param successes list the rules that passed; they are counted anyway
 * @param warnings list the warnings
 * @param policyLink end a text report with problems with where to read about the policy
 * @param colors mark the results of a text report with the colours of a terminal
 */
public record ReportOptions(boolean detailed, boolean successes, boolean warnings, boolean policyLink, boolean colors) {

    /** Upstream's: short results, no successes, warnings, no link, no colours. */
    public static final ReportOptions DEFAULT = new ReportOptions(false, false, true, false, false);

    /** These options with successes listed or not. */
    public ReportOptions successes(boolean listed) {
        return new ReportOptions(detailed, listed, warnings, policyLink, colors);
    }

    /** These options with warnings listed or not. */
    public ReportOptions warnings(boolean listed) {
        return new ReportOptions(detailed, successes, listed, policyLink, colors);
    }

    /** The results with as much as is to be shown. */
    List<PolicyResult> shown(List<PolicyResult> results) {
        return results.stream().map(result -> result.shown(detailed)).toList();
    }
}
