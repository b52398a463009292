package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The verdict on one target. */
public final class PolicyReport {

    private final Target target;
    private final Instant effectiveTime;
    private final ImmutableList<SourceReport> sources;

    PolicyReport(Target target, Instant effectiveTime, List<SourceReport> sources) {
        this.target = target;
        this.effectiveTime = effectiveTime;
        this.sources = ImmutableList.copyOf(sources);
    }

    /** What was judged. */
    public Target target() {
        return target;
    }

    /** The time that was judged for. */
    public Instant effectiveTime() {
        return effectiveTime;
    }

    /** The verdict of each source group in the order of the policy. */
    public List<SourceReport> sources() {
        return sources;
    }

    /** What came of each package, over all source groups. */
    public List<Outcome> outcomes() {
        return sources.stream().flatMap(source -> source.outcomes().stream()).toList();
    }

    /** What fails the verdict, sorted by code, term and message. */
    public List<PolicyResult> violations() {
        return results(Outcome::failures);
    }

    /** What is wrong without failing the verdict, sorted by code, term and message. */
    public List<PolicyResult> warnings() {
        return results(Outcome::warnings);
    }

    /** Which rules found nothing, sorted by code. */
    public List<PolicyResult> successes() {
        return results(Outcome::successes);
    }

    private List<PolicyResult> results(Function<Outcome, List<PolicyResult>> list) {
        return outcomes().stream()
                .flatMap(outcome -> list.apply(outcome).stream())
                .sorted(PolicyResult.REPORT_ORDER)
                .toList();
    }

    /** Whether there is no violation. */
    public boolean isSuccess() {
        return sources.stream()
                .flatMap(source -> source.outcomes().stream())
                .allMatch(outcome -> outcome.failures().isEmpty());
    }

    /** Why the rule of that code and its results are in, out or warnings. */
    public Explanation explain(String code) {
        return Explanation.of(code, sources);
    }
}
