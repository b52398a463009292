package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.datakeys.DataKeys;
import dev.konflux.release.model.datakeys.KeyViolation;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.model.mapping.SnapshotReduction;
import dev.konflux.release.model.releasedata.CollectedSnapshot;
import dev.konflux.release.model.releasedata.DisallowedKey;
import dev.konflux.release.model.releasedata.ReleaseData;
import java.util.List;
import java.util.stream.Collectors;

/** Tasks that bring the release data together and check it. */
final class DataTasks {

    private static final List<String> RESOURCES = List.of("Release", "ReleasePlan", "ReleasePlanAdmission", "Snapshot");

    private DataTasks() {}

    static Archive verifyAccess(TaskDesk desk) {
        for (String kind : RESOURCES) {
            desk.log("can read " + kind + " "
                    + desk.input().object(kind).findText("metadata", "name").orElse(""));
        }
        return desk.archive();
    }

    static Archive collectData(TaskDesk desk) {
        RunInput input = desk.input();
        ReleaseData data = ReleaseData.merge(
                input.object("Release"), input.object("ReleasePlan"), input.object("ReleasePlanAdmission"));
        if (!data.disallowedKeys().isEmpty()) {
            throw new TaskFailure(data.disallowedKeys().stream()
                    .map(DisallowedKey::message)
                    .collect(Collectors.joining("\n", "Disallowed keys found:\n", "")));
        }
        Snapshot snapshot = Snapshot.of(input.object("Snapshot"));
        desk.log("merged the data of Release, ReleasePlan and ReleasePlanAdmission: "
                + String.join(", ", data.value().names()));
        desk.log("Snapshot " + snapshot.name() + " has " + snapshot.components().size() + " components");
        desk.result("singleComponentMode", data.singleComponentMode());
        return new Archive(data.value(), CollectedSnapshot.of(snapshot).spec(), DataObject.empty());
    }

    static Archive extractRequester(TaskDesk desk) {
        Release release = Release.of(desk.input().object("Release"));
        String author = release.attributedAuthor()
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> new TaskFailure("the Release has no status.attribution.author"));
        desk.log("requested by " + author);
        desk.result("output", author);
        return desk.archive();
    }

    static Archive reduceSnapshot(TaskDesk desk) {
        DataObject labels =
                desk.input().object("Snapshot").findObject("metadata", "labels").orElse(DataObject.empty());
        if (!desk.resultOf("collect-data", "singleComponentMode").orElse("").equals("true")) {
            desk.log("single component mode is off: the whole Snapshot goes on");
            return desk.archive();
        }
        SnapshotReduction reduction = SnapshotReduction.of(desk.snapshot(), labels);
        desk.log(reduction
                .warning()
                .orElseGet(() -> "reduced to component " + TaskDesk.componentNames(reduction.snapshot())));
        return desk.archive().withSnapshot(reduction.snapshot());
    }

    static TaskWork checkDataKeys(RequiredSystems systems) {
        return desk -> {
            List<KeyViolation> violations = DataKeys.check(ReleaseData.of(desk.data()), systems);
            violations.forEach(violation -> desk.log(violation.toString()));
            if (!violations.isEmpty()) {
                throw new TaskFailure("the release data has " + violations.size() + " violations of the data keys");
            }
            desk.log("the data keys are fine");
            return desk.archive();
        };
    }

    /** Merges what the tasks before it left for the Release into {@code status.artifacts}. */
    static Archive updateStatus(TaskDesk desk) {
        DataObject artifacts = desk.artifacts();
        desk.log("status.artifacts: " + String.join(", ", artifacts.names()));
        desk.writeStatus(DataObject.of("artifacts", artifacts));
        return desk.archive();
    }
}
