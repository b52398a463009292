package dev.konflux.release.policy.report;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.policy.Outcome;
import dev.konflux.release.policy.PolicyReport;
import dev.konflux.release.policy.PolicyResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdict on one line of a report: a component's image or a file.
 *
 * @param name the component; empty for a file
 * @param reference the image reference, or the file's path
 * @param violations what fails it, in report order
 * @param warnings what does not, in report order
 * @param successes which rules passed, in report order
 */
public record Verdict(
        String name,
        String reference,
        List<PolicyResult> violations,
        List<PolicyResult> warnings,
        List<PolicyResult> successes) {

    /** Copies the lists. */
    public Verdict {
        violations = sorted(violations);
        warnings = sorted(warnings);
        successes = sorted(successes);
    }

    private static ImmutableList<PolicyResult> sorted(List<PolicyResult> results) {
        return results.stream().sorted(PolicyResult.REPORT_ORDER).collect(ImmutableList.toImmutableList());
    }

    /** The verdict on a component's image. */
    public static Verdict ofImage(String component, String imageReference, List<Outcome> outcomes) {
        return of(component, imageReference, outcomes);
    }

    /** The verdict on a component's image. */
    public static Verdict ofImage(PolicyReport report) {
        return of(report.target().componentName(), report.target().imageReference(), report.outcomes());
    }

    /** The verdict on a file. */
    public static Verdict ofFile(String path, PolicyReport report) {
        return of("", path, report.outcomes());
    }

    private static Verdict of(String name, String reference, List<Outcome> outcomes) {
        List<PolicyResult> violations = new ArrayList<>();
        List<PolicyResult> warnings = new ArrayList<>();
        List<PolicyResult> successes = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            violations.addAll(outcome.failures());
            warnings.addAll(outcome.warnings());
            successes.addAll(outcome.successes());
        }
        return new Verdict(name, reference, violations, warnings, successes);
    }

    /** This verdict with the built-in checks of an image before it. */
    public Verdict with(ImageCheck check) {
        return new Verdict(
                name,
                reference,
                joined(check.violation().stream().toList(), violations),
                warnings,
                joined(check.success().stream().toList(), successes));
    }

    private static List<PolicyResult> joined(List<PolicyResult> first, List<PolicyResult> rest) {
        return ImmutableList.<PolicyResult>builder().addAll(first).addAll(rest).build();
    }

    /** Whether there is no violation. */
    public boolean isSuccess() {
        return violations.isEmpty();
    }
}
