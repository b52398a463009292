package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PushEvent;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the tests of a Snapshot that have not run; a Snapshot that needs none has passed. */
final class TestStart {

    private TestStart() {}

    static boolean ensure(SnapshotRound round) {
        if (round.snapshot().isTested()) {
            return true;
        }
        Optional<ApiException> failure = start(round);
        if (!passesWithoutTests(round)) {
            return false;
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return true;
    }

    /** Why not everything could be started; that the scenarios cannot be listed is only logged by the service. */
    private static Optional<ApiException> start(SnapshotRound round) {
        List<IntegrationTestScenario> scenarios;
        try {
            scenarios =
                    ApplicableScenarios.started(round.snapshot(), round.view()).all();
        } catch (ApiException failed) {
            return Optional.empty();
        }
        try {
            start(scenarios, round);
            return Optional.empty();
        } catch (ApiException failed) {
            return Optional.of(failed);
        }
    }

    private static void start(List<IntegrationTestScenario> scenarios, SnapshotRound round) {
        TestRuns runs = new TestRuns(round);
        TestGraph graph = TestGraph.of(round.view().get(IntegrationView.ownerOf(round.snapshot())));
        runs.await(scenarios, graph);
        try {
            runs.cancelInVain(graph);
            startReady(scenarios, graph, runs, round);
        } finally {
            writeAtLast(runs);
        }
    }

    private static void startReady(
            List<IntegrationTestScenario> scenarios, TestGraph graph, TestRuns runs, SnapshotRound round) {
        List<String> errors = new ArrayList<>();
        if (!OlderPullRequests.isOld(round)) {
            scenarios.stream()
                    .filter(scenario -> runs.isReady(scenario.name(), graph))
                    .toList()
                    .forEach(scenario -> start(scenario, runs, errors));
        }
        if (!PushEvent.isPush(round.snapshot())) {
            OlderPullRequests.cancel(round);
        }
        try {
            runs.write();
        } catch (ApiException failed) {
            errors.add(failed.error().message());
        }
        if (!errors.isEmpty()) {
            throw new ApiException(ApiError.of(0, "", String.join("\n", errors)));
        }
    }

    private static void start(IntegrationTestScenario scenario, TestRuns runs, List<String> errors) {
        try {
            runs.start(scenario, run -> "IntegrationTestScenario pipeline '" + run + "' has been created");
        } catch (ApiException failed) {
            if (!failed.error().is("Invalid", 422)) {
                errors.add(failed.error().message());
            }
        }
    }

    private static void writeAtLast(TestRuns runs) {
        try {
            runs.write();
        } catch (ApiException failed) {
            return; // the service only logs it
        }
    }

    private static boolean passesWithoutTests(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        List<IntegrationTestScenario> required;
        try {
            required = ApplicableScenarios.started(snapshot, round.view()).required();
        } catch (ApiException failed) {
            round.setCondition(
                    SnapshotConditions.INTEGRATION,
                    "False",
                    "ErrorOccured",
                    "Failed to get all required IntegrationTestScenarios: "
                            + failed.error().message());
            return false;
        }
        if (required.isEmpty() && !snapshot.isPassed()) {
            round.setCondition(
                    SnapshotConditions.TESTS,
                    "True",
                    "Passed",
                    "No required IntegrationTestScenarios found, skipped testing");
        }
        return true;
    }
}
