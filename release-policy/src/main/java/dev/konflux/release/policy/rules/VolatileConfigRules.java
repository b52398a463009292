package dev.konflux.release.policy.rules;

import dev.konflux.release.policy.notions.Scene;
import dev.konflux.release.policy.notions.VolatileCriteria;
import dev.konflux.release.policy.notions.VolatileCriteria.Criterion;
import dev.konflux.release.policy.notions.VolatileCriteria.State;
import dev.konflux.release.policy.value.Value;
import java.util.List;

/** Package {@code volatile_config}: nobody forgets the exceptions of a policy that are limited in time. */
final class VolatileConfigRules {

    private VolatileConfigRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.warn("volatile_config.pending_rule")
                        .title("No volatile criterion is about to begin")
                        .message("Volatile %s rule '%s' is pending activation (effective on: %s)")
                        .collections("minimal redhat")
                        .finds(VolatileConfigRules::pending),
                Rule.warn("volatile_config.expiring_rule")
                        .title("No volatile criterion is about to end")
                        .message("Volatile %s rule '%s' expires in %d days (effective until: %s)")
                        .collections("minimal redhat")
                        .finds(VolatileConfigRules::expiring),
                Rule.warn("volatile_config.no_expiration")
                        .title("Volatile criteria have an end")
                        .message("Volatile %s rule '%s' has no expiration date set")
                        .collections("minimal redhat")
                        .finds(VolatileConfigRules::endless),
                Rule.warn("volatile_config.expired_rule")
                        .title("No volatile criterion has ended")
                        .message("Volatile %s rule '%s' has expired (effective until: %s)")
                        .collections("minimal redhat")
                        .finds(VolatileConfigRules::expired),
                Rule.warn("volatile_config.invalid_config")
                        .title("Volatile criteria have valid dates")
                        .message(
                                "Volatile %s rule '%s' has invalid date configuration (effectiveOn: %s, effectiveUntil:"
                                        + " %s)")
                        .collections("minimal redhat")
                        .finds(VolatileConfigRules::invalid));
    }

    private static List<Criterion> inState(Scene scene, State state) {
        return new VolatileCriteria(scene).inState(state);
    }

    private static void pending(Scene scene, Findings found) {
        for (Criterion criterion : inState(scene, State.PENDING)) {
            found.add(criterion.list(), criterion.value(), criterion.document().get("effectiveOn"));
        }
    }

    private static void expiring(Scene scene, Findings found) {
        for (Criterion criterion : inState(scene, State.EXPIRING)) {
            Value days = new VolatileCriteria(scene).daysLeft(criterion);
            found.add(
                    criterion.list(),
                    criterion.value(),
                    days,
                    criterion.document().get("effectiveUntil"));
        }
    }

    private static void endless(Scene scene, Findings found) {
        for (Criterion criterion : inState(scene, State.ENDLESS)) {
            found.add(criterion.list(), criterion.value());
        }
    }

    private static void expired(Scene scene, Findings found) {
        for (Criterion criterion : inState(scene, State.EXPIRED)) {
            found.add(criterion.list(), criterion.value(), criterion.document().get("effectiveUntil"));
        }
    }

    private static void invalid(Scene scene, Findings found) {
        for (Criterion criterion : inState(scene, State.INVALID)) {
            found.add(criterion.list(), criterion.value(), criterion.effectiveOn(), criterion.effectiveUntil());
        }
    }
}
