package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.JqOrder;
import java.util.Collection;
import java.util.List;

/** Runs rules written in Java. */
final class NativeEngine implements PolicyEngine {

    private final ImmutableList<RuleMetadata> metadata;
    private final ImmutableListMultimap<String, PolicyRule> byPackage;

    NativeEngine(Collection<? extends PolicyRule> rules) {
        this.metadata = rules.stream().map(PolicyRule::metadata).collect(ImmutableList.toImmutableList());
        this.byPackage = Multimaps.index(
                List.<PolicyRule>copyOf(rules), rule -> rule.metadata().packageName());
    }

    @Override
    public List<RuleMetadata> rules() {
        return metadata;
    }

    @Override
    public EngineOutcome evaluate(String namespace, RuleContext context) {
        List<PolicyRule> rules = byPackage.get(namespace);
        return EngineOutcome.of(found(rules, RuleKind.WARN, context), found(rules, RuleKind.DENY, context));
    }

    /** Results are a set over all rules of a kind, in the order of the values. */
    private static List<RuleResult> found(List<PolicyRule> rules, RuleKind kind, RuleContext context) {
        List<Data> values = rules.stream()
                .filter(rule -> rule.metadata().kind() == kind)
                .flatMap(rule -> rule.evaluate(context).stream())
                .map(RuleResult::value)
                .toList();
        return JqOrder.unique(values).stream().map(NativeEngine::result).toList();
    }

    private static RuleResult result(Data value) {
        return value.asObject()
                .map(RuleResult::of)
                .orElseGet(() -> RuleResult.of(value.asText().orElse("")));
    }
}
