package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.JqOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

    /** Results are a set over all rules of a kind, in the order of the values. */
    private static List<RuleResult> found(List<PolicyRule> rules, RuleContext context) {
        List<Data> values = new ArrayList<>();
        rules.forEach(rule -> rule.evaluate(context).forEach(result -> values.add(result.value())));
        return JqOrder.unique(values).stream().map(NativeEngine::result).toList();
    }

    private static RuleResult result(Data value) {
        return value.asObject()
                .map(RuleResult::of)
                .orElseGet(() -> RuleResult.of(value.asText().orElse("")));
    }
}
