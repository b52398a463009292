package dev.konflux.release.policy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.EnterpriseContractPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Policies by the names that a ReleasePlanAdmission gives in {@code spec.policy}: the published ready-made ones, and those that the user
 * binds. {@code registry-standard} and {@code app-interface-standard} are known by name only, as their content is not published.
 */
public final class PolicyCatalog {

    private static final ImmutableSet<String> UNPUBLISHED =
            ImmutableSet.of("registry-standard", "app-interface-standard");

    private final ImmutableMap<String, EnterpriseContractPolicy> policies;

    private PolicyCatalog(Map<String, EnterpriseContractPolicy> policies) {
        this.policies = ImmutableMap.copyOf(policies);
    }

    /** The published policies. */
    public static PolicyCatalog readyMade() {
        return new PolicyCatalog(ReadyMadePolicies.all());
    }

    /** This catalog with a policy bound to a name; a name that is bound already takes the new policy. */
    public PolicyCatalog bind(String name, EnterpriseContractPolicy policy) {
        Map<String, EnterpriseContractPolicy> bound = new LinkedHashMap<>(policies);
        bound.put(name, policy);
        return new PolicyCatalog(bound);
    }

    /** Every name with a policy. */
    public Set<String> names() {
        return policies.keySet();
    }

    /** The policy of that name, if there is one. */
    public Optional<EnterpriseContractPolicy> findPolicy(String name) {
        return Optional.ofNullable(policies.get(name));
    }

    /**
     * The policy of that name.
     *
     * @throws UnknownPolicyException when nothing is bound to it; the message says what to do
     */
    public EnterpriseContractPolicy policy(String name) {
        return findPolicy(name).orElseThrow(() -> UnknownPolicyException.of(name, UNPUBLISHED.contains(name)));
    }
}
