package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.OverrideFaults;
import dev.konflux.release.testkit.store.ApiException;
import java.util.List;

/** Whether the service takes a Snapshot that somebody wrote to override the built ones. */
final class OverrideValidity {

    private OverrideValidity() {}

    /** Marks the Snapshot as invalid if it is an override with faults. */
    static boolean ensure(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        if (!snapshot.type().equals("override") || SnapshotConditions.isMarkedInvalid(snapshot)) {
            return true;
        }
        List<String> faults = faults(snapshot, round.view());
        if (!faults.isEmpty()) {
            round.setCondition(SnapshotConditions.INTEGRATION, "False", "Invalid", String.join("\n", faults));
        }
        return true;
    }

    private static List<String> faults(Snapshot snapshot, IntegrationView view) {
        Resources known;
        try {
            known = known(snapshot, view);
        } catch (ApiException failed) {
            return List.of(failed.error().message()); // what cannot be read counts as a fault
        }
        return OverrideFaults.of(snapshot, known);
    }

    private static Resources known(Snapshot snapshot, IntegrationView view) {
        return snapshot.componentGroup().isEmpty()
                ? Resources.of(snapshot.components().stream()
                        .flatMap(component -> view.findComponent(snapshot, component.name()).stream())
                        .toArray(Resource[]::new))
                : Resources.of(view.group(snapshot.namespace(), snapshot.componentGroup()));
    }
}
