package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Why one result ended where it did.
 *
 * @param namespace the package that was evaluated
 * @param result the result, completed from the rule's metadata
 * @param placement where it ended
 * @param score what the criteria say of it
 * @param reason the deciding fact in words
 * @param includes the includes that match
 * @param excludes the excludes that match
 */
public record ResultTrace(
        String namespace,
        PolicyResult result,
        Placement placement,
        Score score,
        String reason,
        List<Criterion> includes,
        List<Criterion> excludes) {

    /** Copies the lists. */
    public ResultTrace {
        includes = ImmutableList.copyOf(includes);
        excludes = ImmutableList.copyOf(excludes);
    }

    ResultTrace placed(Placement other, String because) {
        return new ResultTrace(namespace, result, other, score, because, includes, excludes);
    }

    ResultTrace with(PolicyResult changed) {
        return new ResultTrace(namespace, changed, placement, score, reason, includes, excludes);
    }
}
