package dev.konflux.release.policy;

import java.util.List;
import java.util.ServiceLoader;

/**
 * One rule of a policy: a pure function from what is judged to what is wrong with it. Rules of other modules are found through
 * {@link ServiceLoader} by {@link #installed()}.
 */
public interface PolicyRule {

    /** What the rule says of itself; always the same. */
    RuleMetadata metadata();

    /**
     * What the rule finds. Results are a set: equal ones count once, their order is of no meaning.
     *
     * @throws RuleEvaluationException when the evaluation of the whole package has to be given up
     */
    List<RuleResult> evaluate(RuleContext context);

    /** The rules that modules on the path offer as services, in the order of their codes. */
    static List<PolicyRule> installed() {
        return ServiceLoader.load(PolicyRule.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted((a, b) -> a.metadata().code().compareTo(b.metadata().code()))
                .toList();
    }
}
