package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.konflux.release.policy.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs rules written in Java. */
final class NativeEngine implements PolicyEngine {

    private final ImmutableList<RuleMetadata> metadata;
    private final ImmutableListMultimap<String, PolicyRule> denying;
    private final ImmutableListMultimap<String, PolicyRule> warning;

    NativeEngine(Collection<? extends PolicyRule> rules) {
        this.metadata = rules.stream().map(PolicyRule::metadata).collect(ImmutableList.toImmutableList());
        this.denying = byPackage(rules, RuleKind.DENY);
        this.warning = byPackage(rules, RuleKind.WARN);
    }

    private static ImmutableListMultimap<String, PolicyRule> byPackage(
            Collection<? extends PolicyRule> rules, RuleKind kind) {
        return Multimaps.index(
                List.<PolicyRule>copyOf(rules).stream()
                        .filter(rule -> rule.metadata().kind() == kind)
                        .toList(),
                rule -> rule.metadata().packageName());
    }

    @Override
    public List<RuleMetadata> rules() {
        return metadata;
    }

    @Override
    public EngineOutcome evaluate(String namespace, RuleContext context) {
        return EngineOutcome.of(found(warning.get(namespace), context), found(denying.get(namespace), context));
    }

    /** Results are a set over all rules of a kind, in the upstream engine's order. */
    private static List<RuleResult> found(List<PolicyRule> rules, RuleContext context) {
        Map<Value, RuleResult> results = new TreeMap<>();
        for (PolicyRule rule : rules) {
            for (RuleResult result : rule.evaluate(context)) {
                results.putIfAbsent(Value.of(result.value()), result);
            }
        }
        return List.copyOf(results.values());
    }
}
