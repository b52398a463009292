package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Why a rule takes part or not, decided before anything runs.
 *
 * @param code the rule
 * @param included whether it takes part
 * @param score what the criteria say
 * @param reason upstream's words for the decision
 * @param includes the includes that match the rule
 * @param excludes the excludes that match the rule
 */
public record RuleDecision(
        String code, boolean included, Score score, String reason, List<Criterion> includes, List<Criterion> excludes) {

    /** Copies the lists. */
    public RuleDecision {
        includes = ImmutableList.copyOf(includes);
        excludes = ImmutableList.copyOf(excludes);
    }

    /** Whether an exclude decided against the rule. */
    public boolean isExcluded() {
        return !included && score.exclude() > 0;
    }
}
