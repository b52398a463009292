package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PushEvent;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import java.util.List;
import java.util.Set;

/** Repeats the tests that the label of a Snapshot asks for. */
final class TestRerun {

    static final String LABEL = "test.appstudio.openshift.io/run";
    private static final String MESSAGE = "Integration test re-run initiated for Snapshot";
    private static final Set<String> UNDER_WAY = Set.of("Pending", "InProgress");

    private TestRerun() {}

    static boolean ensure(SnapshotRound round) {
        String wanted = round.snapshot().findLabel(LABEL).orElse("");
        if (round.snapshot().findLabel(LABEL).isEmpty()) {
            return true;
        }
        List<IntegrationTestScenario> scenarios = scenarios(wanted, round);
        if (scenarios.isEmpty() && !wanted.equals("all")) {
            removeLabel(round);
            return true;
        }
        TestRuns runs = new TestRuns(round);
        TestStatuses before = runs.statuses();
        List<IntegrationTestScenario> due = scenarios.stream()
                .filter(scenario -> !UNDER_WAY.contains(before.status(scenario.name())))
                .toList();
        for (IntegrationTestScenario scenario : due) {
            if (!repeat(scenario, runs, round)) {
                return false;
            }
        }
        removeLabel(round);
        if (!due.isEmpty()) {
            runs.write();
            reopen(round);
        }
        return true;
    }

    private static List<IntegrationTestScenario> scenarios(String wanted, SnapshotRound round) {
        if (wanted.equals("all")) {
            return ApplicableScenarios.started(round.snapshot(), round.view()).all();
        }
        try {
            return round.view().findScenario(round.snapshot(), wanted).stream().toList();
        } catch (ApiException failed) {
            throw new ApiException(ApiError.of(
                    0,
                    "",
                    "failed to fetch scenario " + wanted + ": " + failed.error().message()));
        }
    }

    // A run that is refused for good ends the look, and the label stays.
    private static boolean repeat(IntegrationTestScenario scenario, TestRuns runs, SnapshotRound round) {
        runs.reset(scenario);
        try {
            runs.start(scenario, run -> "PipelineRun '" + run + "' created");
        } catch (ApiException failed) {
            runs.write();
            String message = failed.error().message();
            boolean denied = message.contains("admission webhook") && message.contains("denied the request");
            if (denied || failed.error().is("Invalid", 422)) {
                return false;
            }
            throw failed;
        }
        if (!PushEvent.isPush(round.snapshot())) {
            OlderPullRequests.cancel(round);
        }
        return true;
    }

    private static void removeLabel(SnapshotRound round) {
        DataObject labels =
                round.snapshot().document().findObject("metadata", "labels").orElse(DataObject.empty());
        try {
            round.writeMetadata(
                    Snapshot.of(round.snapshot().document().withPath(labels.without(LABEL), "metadata", "labels")));
        } catch (ApiException failed) {
            throw new ApiException(ApiError.of(
                    failed.error().code(),
                    failed.error().reason(),
                    "failed to patch snapshot: " + failed.error().message()));
        }
    }

    private static void reopen(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        if (!snapshot.isTested()) {
            return;
        }
        Snapshot untested = SnapshotConditions.with(
                snapshot, SnapshotConditions.INTEGRATION, "Unknown", "InProgress", MESSAGE, round.now());
        round.writeStatus(SnapshotConditions.with(
                untested, SnapshotConditions.TESTS, "Unknown", "InProgress", MESSAGE, round.now()));
    }
}
