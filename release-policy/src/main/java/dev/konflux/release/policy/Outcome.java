package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What came of one package of rules.
 *
 * @param namespace the package; empty for remarks about the policy itself
 * @param successes rules that found nothing
 * @param warnings results that do not fail the verdict
 * @param failures results that fail it
 * @param exceptions results that the engine excepted
 * @param skipped results that the engine skipped
 */
public record Outcome(
        String namespace,
        List<PolicyResult> successes,
        List<PolicyResult> warnings,
        List<PolicyResult> failures,
        List<PolicyResult> exceptions,
        List<PolicyResult> skipped) {

    /** Copies the lists. */
    public Outcome {
        successes = ImmutableList.copyOf(successes);
        warnings = ImmutableList.copyOf(warnings);
        failures = ImmutableList.copyOf(failures);
        exceptions = ImmutableList.copyOf(exceptions);
        skipped = ImmutableList.copyOf(skipped);
    }

    static Outcome remark(PolicyResult warning) {
        return new Outcome("", List.of(), List.of(warning), List.of(), List.of(), List.of());
    }

    boolean saysNothing() {
        return successes.isEmpty() && warnings.isEmpty() && failures.isEmpty();
    }
}
