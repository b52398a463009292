package dev.konflux.release.policy.report;

import java.util.List;

/** How many results there are of each kind. */
record Totals(int violations, int warnings, int successes) {

    static Totals of(List<Verdict> verdicts) {
        return new Totals(
                verdicts.stream()
                        .mapToInt(verdict -> verdict.violations().size())
                        .sum(),
                verdicts.stream().mapToInt(verdict -> verdict.warnings().size()).sum(),
                verdicts.stream()
                        .mapToInt(verdict -> verdict.successes().size())
                        .sum());
    }

    String result() {
        if (violations > 0) {
            return "FAILURE";
        }
        if (warnings > 0) {
            return "WARNING";
        }
        return successes == 0 ? "SKIPPED" : "SUCCESS";
    }

    @Override
    public String toString() {
        return "Violations: " + violations + ", Warnings: " + warnings + ", Successes: " + successes;
    }
}
