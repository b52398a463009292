package dev.konflux.release.conformance;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PushEvent;
import dev.konflux.release.testkit.autorelease.ApplicableScenarios;
import dev.konflux.release.testkit.autorelease.SnapshotReconciler.Look;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.List;

/** The area of a Snapshot's tests. */
final class SnapshotTestsArea {

    private SnapshotTestsArea() {}

    static DataObject answer(DataObject input) {
        SnapshotWorld started = new SnapshotWorld(input);
        Snapshot snapshot = started.snapshot();
        DataObject.Builder answer = DataObject.builder().put("pushEvent", PushEvent.isPush(snapshot));
        if (isOwned(started, snapshot)) {
            ApplicableScenarios scenarios = ApplicableScenarios.of(snapshot, started.store());
            answer.put("applicable", names(scenarios.all())).put("required", names(scenarios.required()));
        }
        Look start = started.reconciler().startTests(started.key(), started.now());
        SnapshotWorld judged = new SnapshotWorld(input);
        Look verdict = judged.reconciler().judge(judged.key(), judged.now());
        return answer.put("start", part(started, start))
                .put("verdict", part(judged, verdict))
                .build();
    }

    private static DataObject part(SnapshotWorld world, Look look) {
        DataObject.Builder part = world.changes().toBuilder();
        look.findError().ifPresent(error -> part.put("error", error));
        List<Data> started = world.created("PipelineRun").stream()
                .map(run -> run.find("metadata", "labels", "test.appstudio.openshift.io/scenario")
                        .orElseThrow())
                .toList();
        if (!started.isEmpty()) {
            part.put("started", DataArray.of(started));
        }
        return part.build();
    }

    private static boolean isOwned(SnapshotWorld world, Snapshot snapshot) {
        ObjectKey owner = snapshot.componentGroup().isEmpty()
                ? new ObjectKey("Application", snapshot.namespace(), snapshot.application())
                : new ObjectKey("ComponentGroup", snapshot.namespace(), snapshot.componentGroup());
        return world.store().find(owner).isPresent();
    }

    private static Data names(List<IntegrationTestScenario> scenarios) {
        return DataArray.ofTexts(
                scenarios.stream().map(IntegrationTestScenario::name).toList());
    }
}
