package dev.konflux.release.model.explain;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** What the integration service asks of a Snapshot before it looks at any plan. */
final class SnapshotGate {

    private SnapshotGate() {}

    static List<Circumstance> of(Snapshot snapshot, Resources resources) {
        List<Circumstance> gate = new ArrayList<>();
        gate.add(notRestored(snapshot));
        gate.add(OverrideSnapshot.of(snapshot, resources));
        for (PromotionCheck check : PromotionCheck.values()) {
            gate.add(asked(check, snapshot));
        }
        gate.add(handled(snapshot));
        gate.add(superseded(snapshot, resources));
        return gate;
    }

    private static Circumstance notRestored(Snapshot snapshot) {
        String condition = "it was not restored from a backup";
        return snapshot.isRestored()
                ? Circumstance.fails(
                        condition,
                        "the service never touches a Snapshot with the label "
                                + String.join(" or ", MetadataKeys.RESTORED),
                        "create a Release by hand, or remove the label")
                : Circumstance.holds(condition, "");
    }

    private static Circumstance asked(PromotionCheck check, Snapshot snapshot) {
        String condition = check.description();
        boolean aboutTests = check == PromotionCheck.FINISHED || check == PromotionCheck.PASSED;
        if (aboutTests && snapshot.conditions().isEmpty()) {
            return Circumstance.unknown(condition, "the Snapshot has no status", "read the Snapshot from the cluster");
        }
        if (check == PromotionCheck.PASSED && !snapshot.isTested()) {
            return Circumstance.notReached(condition);
        }
        return check.holds(snapshot)
                ? Circumstance.holds(condition, "")
                : Circumstance.fails(condition, check.reason() + words(check, snapshot), check.remedy());
    }

    private static String words(PromotionCheck check, Snapshot snapshot) {
        return snapshot.findIntegrationCondition()
                .filter(status -> check == PromotionCheck.VALID)
                .map(status -> ": " + status.message())
                .orElse("");
    }

    private static Circumstance handled(Snapshot snapshot) {
        String condition = "it was not looked at before";
        return snapshot.findCondition("AutoReleased")
                .filter(Condition::isTrue)
                .map(done -> done.message().equals("The Snapshot was auto-released")
                        ? Circumstance.holds("it was released before", done.message())
                        : Circumstance.fails(
                                condition,
                                done.message(),
                                "create a Release by hand; a Snapshot is looked at only once"))
                .orElseGet(() -> Circumstance.holds(condition, ""));
    }

    private static Circumstance superseded(Snapshot snapshot, Resources resources) {
        String condition = "no newer snapshot of its component exists";
        return Supersession.findNewer(snapshot, resources.all(Snapshot.class))
                .map(other -> Circumstance.fails(
                        condition,
                        "Released in newer Snapshot: " + other.reference(),
                        "release the newer one, or annotate this one with " + Supersession.IGNORE
                                + ": \"true\" in time"))
                .orElseGet(() -> Circumstance.holds(condition, ""));
    }
}
