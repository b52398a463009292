package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PushEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a Snapshot may be released automatically at all.
 *
 * @param reasons the service's reasons against it, in its order; none when the Snapshot may be promoted
 */
public record PromotionGate(List<String> reasons) {

    /** Copies the reasons. */
    public PromotionGate {
        reasons = List.copyOf(reasons);
    }

    /** Asks everything of the Snapshot that the service asks; before its tests have finished it asks nothing else. */
    public static PromotionGate of(Snapshot snapshot) {
        if (!SnapshotConditions.isFinished(snapshot)) {
            return new PromotionGate(List.of("the Snapshot has not yet finished testing"));
        }
        List<String> reasons = new ArrayList<>();
        unless(SnapshotConditions.isPassed(snapshot), "hasn't passed all required integration tests", reasons);
        unless(!SnapshotConditions.isInvalid(snapshot), "is invalid", reasons);
        unless(PushEvent.isPush(snapshot), "was created for a PaC pull request event", reasons);
        unless(snapshot.isAutoRelease(), "'" + MetadataKeys.AUTO_RELEASE + "' label is 'false'", reasons);
        unless(!snapshot.type().equals("group"), "is group snapshot", reasons);
        return new PromotionGate(reasons);
    }

    /** Whether nothing speaks against it. */
    public boolean canBePromoted() {
        return reasons.isEmpty();
    }

    private static void unless(boolean holds, String otherwise, List<String> reasons) {
        if (!holds) {
            reasons.add("the Snapshot " + otherwise);
        }
    }
}
