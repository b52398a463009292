package dev.konflux.release.policy;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rules that always find the same, and policies of a few lines. */
final class Rules {

    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private Rules() {}

    record Fixed(RuleMetadata metadata, List<RuleResult> results) implements PolicyRule {

        @Override
        public List<RuleResult> evaluate(RuleContext context) {
            return results;
        }

        Fixed finds(String message, String... terms) {
            RuleResult result = RuleResult.of(metadata, message);
            return finds(terms.length == 0 ? result : result.withTerm(terms[0]));
        }

        Fixed finds(RuleResult result) {
            List<RuleResult> more = new ArrayList<>(results);
            more.add(result);
            return new Fixed(metadata, more);
        }
    }

    static Fixed deny(String packageName, String name, String... collections) {
        return new Fixed(
                RuleMetadata.of(RuleKind.DENY, packageName, name)
                        .addCollections(collections)
                        .build(),
                List.of());
    }

    static Fixed warn(String packageName, String name) {
        return new Fixed(RuleMetadata.of(RuleKind.WARN, packageName, name).build(), List.of());
    }

    static Fixed with(RuleMetadata.Builder metadata) {
        return new Fixed(metadata.build(), List.of());
    }

    /** A policy of one source group with that YAML. */
    static EnterpriseContractPolicy policy(String source) {
        DataObject group =
                YamlReader.of(Dialect.CLUSTER).read(source, "").asObject().orElse(DataObject.empty());
        return EnterpriseContractPolicy.builder().source(PolicySource.of(group)).build();
    }

    static PolicyReport judge(String source, Fixed... rules) {
        return judge(source, Target.NONE, rules);
    }

    static PolicyReport judge(String source, Target target, Fixed... rules) {
        PolicyInput input = new PolicyInput(List.of(List.<Data>of(DataObject.empty())), target);
        return PolicyEvaluator.of(policy(source)).rules(List.of(rules)).build().evaluate(input, NOW);
    }

    static List<String> codes(List<PolicyResult> results) {
        return results.stream().map(result -> result.code().orElse("")).toList();
    }
}
