package dev.konflux.release.policy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Judges documents by an EnterpriseContractPolicy. Every source group of the policy selects among the rules, runs them with its own data
 * and adds its results to the verdict. A policy without source groups succeeds on everything.
 *
 * <pre>{@code
 * PolicyReport verdict = PolicyEvaluator.of(policy).rules(rules).build().evaluate(input, now);
 * }</pre>
 */
public final class PolicyEvaluator {

    private final EnterpriseContractPolicy policy;
    private final Function<PolicySource, PolicyEngine> engines;
    private final Function<PolicySource, DataObject> data;
    private final Capabilities capabilities;
    private final SelectionFilter filter;

    private PolicyEvaluator(Builder builder) {
        this.policy = builder.policy;
        this.engines = builder.engines;
        this.data = builder.data;
        this.capabilities = builder.capabilities;
        this.filter = builder.filter;
    }

    /** Starts an evaluator of a policy. */
    public static Builder of(EnterpriseContractPolicy policy) {
        return new Builder(policy);
    }

    /**
     * The verdict on a document at a time. The target of image and component criteria is what {@link PolicyInput#of(Data)} reads off it.
     *
     * @throws PolicyEvaluationException when there is no verdict
     */
    public PolicyReport evaluate(Data input, Instant effectiveTime) {
        return evaluate(PolicyInput.of(input), effectiveTime);
    }

    /**
     * The verdict on a target at a time.
     *
     * @throws PolicyEvaluationException when there is no verdict: two rules of one code, or a source group of which nothing came
     * @throws RuleEvaluationException when a rule had to give up
     */
    public PolicyReport evaluate(PolicyInput input, Instant effectiveTime) {
        List<SourceReport> sources = policy.sources().stream()
                .map(source -> evaluate(source, input, effectiveTime))
                .toList();
        return new PolicyReport(input.target(), effectiveTime, sources);
    }

    /**
     * The verdicts on many targets, in the order of the inputs; as many are worked on at a time as the executor runs.
     *
     * @throws PolicyEvaluationException when there is no verdict on one of the inputs, the first of those in order
     * @throws RuleEvaluationException when a rule had to give up
     */
    public List<PolicyReport> evaluateAll(List<PolicyInput> inputs, Instant effectiveTime, Executor executor) {
        List<CompletableFuture<PolicyReport>> verdicts = inputs.stream()
                .map(input -> CompletableFuture.supplyAsync(() -> evaluate(input, effectiveTime), executor))
                .toList();
        return verdicts.stream().map(PolicyEvaluator::outcome).toList();
    }

    private static PolicyReport outcome(CompletableFuture<PolicyReport> verdict) {
        try {
            return verdict.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Which rules take part for a target at a time, one selection for each source group, without running any. */
    public List<RuleSelection> select(Target target, Instant effectiveTime) {
        return policy.sources().stream()
                .map(source -> RuleSelection.of(
                        engines.apply(source).rules(),
                        filter,
                        source.ruleData(),
                        criteria(source, effectiveTime),
                        target))
                .toList();
    }

    private SourceReport evaluate(PolicySource source, PolicyInput input, Instant effectiveTime) {
        DataObject document = PolicyData.document(data.apply(source), source, policy, effectiveTime);
        List<List<RuleContext>> contexts = input.files().stream()
                .map(file -> file.stream()
                        .map(part -> RuleContext.of(part, document, effectiveTime, capabilities))
                        .toList())
                .toList();
        return new SourceEvaluation(
                        engines.apply(source),
                        filter,
                        source.ruleData(),
                        criteria(source, effectiveTime),
                        input.target(),
                        effectiveTime)
                .judge(contexts);
    }

    private SourceCriteria criteria(PolicySource source, Instant effectiveTime) {
        DataObject global = policy.spec().findObject("configuration").orElse(DataObject.empty());
        return SourceCriteria.collect(source.data(), global, effectiveTime);
    }

    /** Collects what an evaluator needs beside its policy. Without rules nothing comes of a source group. */
    public static final class Builder {

        private final EnterpriseContractPolicy policy;
        private Function<PolicySource, PolicyEngine> engines = source -> PolicyEngine.of(List.of());
        private Function<PolicySource, DataObject> data = source -> DataObject.empty();
        private Capabilities capabilities = Capabilities.NONE;
        private SelectionFilter filter = SelectionFilter.INCLUDE_EXCLUDE;

        private Builder(EnterpriseContractPolicy policy) {
            this.policy = policy;
        }

        /** Sets the rules of every source group. */
        @CanIgnoreReturnValue
        public Builder rules(Collection<? extends PolicyRule> rules) {
            PolicyEngine engine = PolicyEngine.of(rules);
            return engines(source -> engine);
        }

        /** Sets how the rules of a source group are run. */
        @CanIgnoreReturnValue
        public Builder engines(Function<PolicySource, PolicyEngine> engineOfSource) {
            this.engines = engineOfSource;
            return this;
        }

        /** Sets the data document of every source group: {@code rule_data}, {@code trusted_tasks} ... */
        @CanIgnoreReturnValue
        public Builder data(DataObject document) {
            return dataOf(source -> document);
        }

        /** Sets where the data document of a source group comes from, usually from its {@code data} locations. */
        @CanIgnoreReturnValue
        public Builder dataOf(Function<PolicySource, DataObject> dataOfSource) {
            this.data = dataOfSource;
            return this;
        }

        /** Sets what rules may ask of registries and signatures; nothing by default. */
        @CanIgnoreReturnValue
        public Builder capabilities(Capabilities answers) {
            this.capabilities = answers;
            return this;
        }

        /** Sets how rules and results are selected. */
        @CanIgnoreReturnValue
        public Builder filter(SelectionFilter selectionFilter) {
            this.filter = selectionFilter;
            return this;
        }

        /** The evaluator; it may judge any number of inputs, from any thread. */
        public PolicyEvaluator build() {
            return new PolicyEvaluator(this);
        }
    }
}
