package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;

/**
 * What an engine found in one package, before anything is selected.
 *
 * @param warnings results of warn rules
 * @param failures results of deny rules
 * @param exceptions results that the engine itself excepted
 * @param skipped results that the engine skipped
 */
public record EngineOutcome(
        List<RuleResult> warnings, List<RuleResult> failures, List<RuleResult> exceptions, List<RuleResult> skipped) {

    /** Copies the lists. */
    public EngineOutcome {
        warnings = ImmutableList.copyOf(warnings);
        failures = ImmutableList.copyOf(failures);
        exceptions = ImmutableList.copyOf(exceptions);
        skipped = ImmutableList.copyOf(skipped);
    }

    /** The outcome of an engine that knows no exceptions. */
    public static EngineOutcome of(List<RuleResult> warnings, List<RuleResult> failures) {
        return new EngineOutcome(warnings, failures, List.of(), List.of());
    }

    /** This outcome and then another of the same package, as for the documents of one input. */
    EngineOutcome and(EngineOutcome other) {
        return new EngineOutcome(
                ImmutableList.copyOf(Iterables.concat(warnings, other.warnings)),
                ImmutableList.copyOf(Iterables.concat(failures, other.failures)),
                ImmutableList.copyOf(Iterables.concat(exceptions, other.exceptions)),
                ImmutableList.copyOf(Iterables.concat(skipped, other.skipped)));
    }

    /** Every result in the order in which upstream looks for where a code comes from. */
    List<RuleResult> all() {
        return ImmutableList.copyOf(Iterables.concat(warnings, failures, exceptions, skipped));
    }
}
