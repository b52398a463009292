package dev.konflux.release.conformance;

import dev.konflux.release.model.Application;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PushEvent;
import dev.konflux.release.testkit.autorelease.ApplicableScenarios;
import dev.konflux.release.testkit.autorelease.TestStart;
import dev.konflux.release.testkit.autorelease.TestVerdict;
import java.util.List;

/** The area of a Snapshot's tests. */
final class SnapshotTestsArea {

    private SnapshotTestsArea() {}

    static DataObject answer(DataObject input) {
        AutoReleaseArea.SnapshotCase given = AutoReleaseArea.SnapshotCase.of(input);
        Snapshot snapshot = given.snapshot();
        DataObject.Builder answer = DataObject.builder().put("pushEvent", PushEvent.isPush(snapshot));
        if (isOwned(given)) {
            ApplicableScenarios scenarios = ApplicableScenarios.started(snapshot, given.others());
            answer.put("applicable", names(scenarios.all())).put("required", names(scenarios.required()));
        }
        TestStart start = TestStart.of(snapshot, given.others(), given.now(), AutoReleaseArea.names());
        DataObject.Builder started = AutoReleaseArea.changes(snapshot, start.snapshot()).toBuilder();
        start.findError().ifPresent(error -> started.put("error", error));
        if (!start.startedScenarios().isEmpty()) {
            started.put("started", DataArray.ofTexts(start.startedScenarios()));
        }
        TestVerdict verdict = TestVerdict.of(snapshot, given.others(), given.now());
        DataObject.Builder judged = AutoReleaseArea.changes(snapshot, verdict.snapshot()).toBuilder();
        verdict.findError().ifPresent(error -> judged.put("error", error));
        return answer.put("start", started.build())
                .put("verdict", judged.build())
                .build();
    }

    private static boolean isOwned(AutoReleaseArea.SnapshotCase given) {
        Snapshot snapshot = given.snapshot();
        return snapshot.componentGroup().isEmpty()
                ? given.others()
                        .find(Application.class, snapshot.namespace(), snapshot.application())
                        .isPresent()
                : given.others()
                        .find(ComponentGroup.class, snapshot.namespace(), snapshot.componentGroup())
                        .isPresent();
    }

    private static Data names(List<IntegrationTestScenario> scenarios) {
        return DataArray.ofTexts(
                scenarios.stream().map(IntegrationTestScenario::name).toList());
    }
}
