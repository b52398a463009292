package dev.konflux.release.policy.report;

import dev.konflux.release.policy.PolicyResult;
import java.util.List;
import java.util.Optional;

/** The report for people: totals, what was judged, results. */
final class TextReport {

    private static final int WIDTH = 128;
    private static final String POLICY_LINK =
            "For more information about policy issues, see the policy documentation: https://conforma.dev/docs/policy/\n";

    /** How a kind of result is announced. */
    private enum Mark {
        VIOLATION("✕", "Violation", 31),
        WARNING("›", "Warning", 33),
        SUCCESS("✓", "Success", 32);

        private final String sign;
        private final String label;
        private final int color;

        Mark(String sign, String label, int color) {
            this.sign = sign;
            this.label = label;
            this.color = color;
        }
    }

    private final List<Verdict> verdicts;
    private final ReportOptions options;
    private final String referenceLabel;
    private final StringBuilder out = new StringBuilder();

    TextReport(List<Verdict> verdicts, ReportOptions options, String referenceLabel) {
        this.verdicts = verdicts;
        this.options = options;
        this.referenceLabel = referenceLabel;
    }

    /** The report with the overall result and the totals, and the subjects written by the caller. */
    String write(boolean success, String result, String totals, String subjects) {
        line("Success: " + success);
        line("Result: " + result);
        line(totals);
        out.append(subjects);
        results();
        boolean problems = verdicts.stream()
                .anyMatch(one -> !one.isSuccess()
                        || (options.warnings() && !one.warnings().isEmpty()));
        if (options.policyLink() && problems) {
            out.append(POLICY_LINK);
        }
        return out.toString();
    }

    private void results() {
        int before = out.length();
        verdicts.forEach(verdict -> each(verdict, verdict.violations(), Mark.VIOLATION));
        if (options.warnings()) {
            verdicts.forEach(verdict -> each(verdict, verdict.warnings(), Mark.WARNING));
        }
        if (options.successes()) {
            verdicts.forEach(verdict -> each(verdict, verdict.successes(), Mark.SUCCESS));
        }
        if (out.length() > before) {
            out.insert(before, "Results:\n");
        }
    }

    private void each(Verdict verdict, List<PolicyResult> results, Mark mark) {
        for (PolicyResult result : options.shown(results)) {
            // upstream prints a missing code with Go's formatting
            String headline = "[" + mark.label + "] " + result.code().orElse("%!s(<nil>)");
            line(colored(mark, mark.sign) + " " + colored(mark, headline));
            line("  " + referenceLabel + ": " + verdict.reference());
            if (mark != Mark.SUCCESS) {
                field("Reason", Optional.of(result.message()));
            }
            term(result);
            field("Title", result.title());
            field("Description", result.description());
            if (mark != Mark.SUCCESS) {
                field("Solution", result.solution());
            }
            line("");
        }
    }

    private String colored(Mark mark, String text) {
        return options.colors() ? "\u001b[" + mark.color + "m" + text + "\u001b[0m" : text;
    }

    private void term(PolicyResult result) {
        List<String> terms = result.terms();
        if (result.metadata().find("term").flatMap(term -> term.asArray()).isPresent()) {
            if (!terms.isEmpty()) {
                field("Terms", Optional.of(String.join(", ", terms)));
            }
        } else {
            field("Term", terms.stream().findFirst());
        }
    }

    private void field(String label, Optional<String> text) {
        text.filter(present -> !present.isEmpty())
                .ifPresent(present ->
                        line("  " + WordWrap.wrap(label + ": " + present, WIDTH).replace("\n", "\n  ")));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
