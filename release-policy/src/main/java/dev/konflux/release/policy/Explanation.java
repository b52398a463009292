package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a rule and its results are in, out or warnings.
 *
 * @param code the code of the rule
 * @param decisions the decision before anything ran, one for each source group that knows the rule
 * @param results what became of each result (or of the success) of the rule
 */
public record Explanation(String code, List<RuleDecision> decisions, List<ResultTrace> results) {

    /** Copies the lists. */
    public Explanation {
        decisions = ImmutableList.copyOf(decisions);
        results = ImmutableList.copyOf(results);
    }

    static Explanation of(String code, List<SourceReport> sources) {
        return new Explanation(
                code,
                sources.stream()
                        .flatMap(source -> source.selection().decisions().values().stream())
                        .filter(decision -> decision.code().equals(code))
                        .toList(),
                sources.stream()
                        .flatMap(source -> source.traces().stream())
                        .filter(trace ->
                                trace.result().code().filter(code::equals).isPresent())
                        .toList());
    }

    /** A few lines for people. */
    @Override
    public String toString() {
        if (decisions.isEmpty() && results.isEmpty()) {
            return code + ": no such rule";
        }
        return Stream.concat(
                        decisions.stream().map(this::line), results.stream().map(Explanation::line))
                .collect(Collectors.joining("\n"));
    }

    private String line(RuleDecision decision) {
        return code + ": " + decision.reason() + because(decision.includes(), decision.excludes());
    }

    private static String line(ResultTrace trace) {
        return "  " + trace.placement() + " " + trace.score() + ": " + trace.reason() + ": "
                + trace.result().message() + because(trace.includes(), trace.excludes());
    }

    private static String because(List<Criterion> includes, List<Criterion> excludes) {
        return criteria(", include ", includes) + criteria(", exclude ", excludes);
    }

    private static String criteria(String label, List<Criterion> criteria) {
        return criteria.isEmpty()
                ? ""
                : label
                        + criteria.stream()
                                .map(one -> one.text() + " (" + one.score() + ")")
                                .collect(Collectors.joining(" + "));
    }
}
