package dev.konflux.release.policy;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What runs the rules of one source group. The rules of this library and of any {@link PolicyRule} run in {@link #of(Collection)};
 * an engine of another language offers its rules through the same two questions.
 */
public interface PolicyEngine {

    /** What the rules say of themselves. */
    List<RuleMetadata> rules();

    /** The packages there are. */
    default Set<String> namespaces() {
        return rules().stream().map(RuleMetadata::packageName).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Runs every rule of one package; a package there is none of finds nothing.
     *
     * @throws RuleEvaluationException when the evaluation of the package had to be given up
     */
    EngineOutcome evaluate(String namespace, RuleContext context);

    /** An engine of rules written in Java. */
    static PolicyEngine of(Collection<? extends PolicyRule> rules) {
        return new NativeEngine(rules);
    }
}
