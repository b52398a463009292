package dev.konflux.release.policy;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes results from the annotations of their rules. */
final class ResultCompletion {

    /** A date as old as this is no news and is left out. */
    private static final Duration LONG_EFFECTIVE = Duration.ofDays(90);

    private final ImmutableMap<String, RuleMetadata> byCode;
    private final Instant effectiveTime;

    ResultCompletion(List<RuleMetadata> rules, Instant effectiveTime) {
        this.byCode = byCode(rules);
        this.effectiveTime = effectiveTime;
    }

    private static ImmutableMap<String, RuleMetadata> byCode(List<RuleMetadata> rules) {
        Map<String, RuleMetadata> byCode = new LinkedHashMap<>();
        for (RuleMetadata rule : rules) {
            if (rule.annotated() && byCode.put(rule.code(), rule) != null) {
                throw new PolicyEvaluationException("found a second rule with the same code: `" + rule.code() + "`");
            }
        }
        return ImmutableMap.copyOf(byCode);
    }

    /** The result with what its rule says of itself; the rule's own date goes before the result's. */
    PolicyResult complete(RuleResult found) {
        PolicyResult result = PolicyResult.of(found);
        Optional<String> code = result.code();
        if (code.isEmpty()) {
            return result;
        }
        RuleMetadata rule = byCode.get(code.get());
        return withoutOldDate(rule == null ? result : annotated(result, rule));
    }

    /** What a rule that found nothing is reported as. */
    PolicyResult success(RuleMetadata rule) {
        PolicyResult pass = PolicyResult.of("Pass").with("code", rule.code());
        return annotated(pass, rule).without("solution");
    }

    private static PolicyResult annotated(PolicyResult result, RuleMetadata rule) {
        return result.with("title", rule.title())
                .with("effective_on", rule.effectiveOn().orElse(""))
                .with("description", rule.description())
                .with("solution", rule.solution())
                .with("collections", rule.collections())
                .with("depends_on", rule.dependsOn());
    }

    private PolicyResult withoutOldDate(PolicyResult result) {
        boolean old = result.effectiveOn()
                .flatMap(PolicyTimes::findEffectiveOn)
                .filter(date -> date.isBefore(effectiveTime.minus(LONG_EFFECTIVE)))
                .isPresent();
        return old ? result.without("effective_on") : result;
    }
}
