package dev.konflux.release.benchmarks;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.PolicyEvaluator;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.RuleKind;
import dev.konflux.release.policy.RuleMetadata;
import dev.konflux.release.policy.RuleResult;
import dev.konflux.release.policy.RuleSelection;
import dev.konflux.release.policy.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Which of many rules take part by as many criteria, half of them includes; the target is under 10 ms for 1,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicySelectionBenchmark {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final Target TARGET = new Target("registry.example/acme/app@sha256:%064d".formatted(1), "app");

    @Param({"1000", "10000"})
    int size;

    private PolicyEvaluator evaluator =
            PolicyEvaluator.of(EnterpriseContractPolicy.builder().build()).build();

    /** A rule that finds nothing. */
    private record Named(RuleMetadata metadata) implements PolicyRule {

        @Override
        public List<RuleResult> evaluate(RuleContext context) {
            return List.of();
        }
    }

    /** Rules in packages of ten and collections of a hundred, criteria of every form. */
    @Setup
    public void write() {
        List<PolicyRule> rules = new ArrayList<>();
        List<String> include = new ArrayList<>();
        List<String> exclude = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rules.add(new Named(RuleMetadata.of(RuleKind.DENY, "package_" + i / 10, "rule_" + i)
                    .addCollections("collection_" + i / 100)
                    .build()));
            (i % 2 == 0 ? include : exclude).add(criterion(i));
        }
        DataObject config = DataObject.of("include", DataArray.ofTexts(include), "exclude", DataArray.ofTexts(exclude));
        EnterpriseContractPolicy policy = EnterpriseContractPolicy.builder()
                .source(PolicySource.of(DataObject.of("config", config)))
                .build();
        evaluator = PolicyEvaluator.of(policy).rules(rules).build();
    }

    private static String criterion(int i) {
        return switch (i % 5) {
            case 0 -> "package_" + i / 10;
            case 1 -> "package_" + i / 10 + ".*";
            case 2 -> "package_" + i / 10 + ".rule_" + i;
            case 3 -> "package_" + i / 10 + ".rule_" + i + ":term";
            default -> "@collection_" + i / 100;
        };
    }

    /** The decision on every rule, with the criteria behind it. */
    @Benchmark
    public List<RuleSelection> select() {
        return evaluator.select(TARGET, NOW);
    }
}
