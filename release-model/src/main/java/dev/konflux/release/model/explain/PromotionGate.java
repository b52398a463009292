package dev.konflux.release.model.explain;

import dev.konflux.release.model.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a Snapshot may be released automatically at all.
 *
 * @param obstacles what it does not fulfil, in the service's order; none when it may be promoted
 */
public record PromotionGate(List<PromotionCheck> obstacles) {

    /** Copies the obstacles. */
    public PromotionGate {
        obstacles = List.copyOf(obstacles);
    }

    /** Asks everything of the Snapshot that the service asks; before its tests have finished it asks nothing else. */
    public static PromotionGate of(Snapshot snapshot) {
        return new PromotionGate(
                PromotionCheck.FINISHED.holds(snapshot)
                        ? Stream.of(PromotionCheck.values())
                                .filter(check -> !check.holds(snapshot))
                                .toList()
                        : List.of(PromotionCheck.FINISHED));
    }

    /** The service's reasons against it. */
    public List<String> reasons() {
        return obstacles.stream().map(PromotionCheck::reason).toList();
    }

    /** Whether nothing speaks against it. */
    public boolean canBePromoted() {
        return obstacles.isEmpty();
    }
}
