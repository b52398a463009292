package dev.konflux.release.model.matching;

import dev.konflux.release.model.ReleasePlan;
import java.util.List;

/**
 * What the operator finds when it looks for the plans of an admission.
 *
 * @param plans the plans by name
 * @param message the operator's words for why it could not look; empty text when it could
 */
public record PlansMatch(List<ReleasePlan> plans, String message) {

    /** Some plans. */
    public PlansMatch {
        plans = List.copyOf(plans);
    }
}
