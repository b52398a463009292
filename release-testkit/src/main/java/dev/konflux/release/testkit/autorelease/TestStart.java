package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PushEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the service does to get a Snapshot tested: repeats what the rerun label asks for, then starts what has not run.
 *
 * @param snapshot with its new conditions, results and labels
 * @param startedScenarios those whose pipelines were started, in order
 * @param findError why not all could be started
 */
public record TestStart(Snapshot snapshot, List<String> startedScenarios, Optional<String> findError) {

    static final String RUN = "test.appstudio.openshift.io/run";
    private static final String PR_GROUP_HASH = "test.appstudio.openshift.io/pr-group-sha";

    /** Copies the list. */
    public TestStart {
        startedScenarios = List.copyOf(startedScenarios);
    }

    /**
     * Starts what is to be started.
     *
     * @param names a name for each run, from its prefix
     */
    public static TestStart of(Snapshot snapshot, Resources cluster, Instant now, UnaryOperator<String> names) {
        if (snapshot.isRestored()) {
            return new TestStart(snapshot, List.of(), Optional.empty());
        }
        Optional<String> missingGroup = SnapshotOwner.findMissingGroup(snapshot, cluster);
        if (missingGroup.isPresent()) {
            return new TestStart(snapshot, List.of(), missingGroup);
        }
        TestStart repeated = snapshot.findLabel(RUN)
                .map(wanted -> repeat(wanted, snapshot, cluster, now, names))
                .orElseGet(() -> new TestStart(snapshot, List.of(), Optional.empty()));
        if (repeated.findError().isPresent() || repeated.snapshot().isTested()) {
            return repeated;
        }
        List<IntegrationTestScenario> scenarios =
                ApplicableScenarios.started(snapshot, cluster).all();
        TestStart first = first(repeated, scenarios, cluster, now, names);
        boolean required = scenarios.stream().anyMatch(scenario -> !scenario.isOptional());
        return required
                ? first
                : new TestStart(skipped(first.snapshot(), now), first.startedScenarios(), first.findError());
    }

    private static TestStart repeat(
            String wanted, Snapshot snapshot, Resources cluster, Instant now, UnaryOperator<String> names) {
        Snapshot unlabelled = withoutRunLabel(snapshot);
        TestStatuses before = TestStatuses.of(snapshot);
        if (before.findError().isPresent()) {
            return new TestStart(snapshot, List.of(), before.findError());
        }
        List<IntegrationTestScenario> scenarios = wanted.equals("all")
                ? ApplicableScenarios.started(snapshot, cluster).all()
                : cluster.find(IntegrationTestScenario.class, snapshot.namespace(), wanted).stream()
                        .toList();
        TestRuns runs = new TestRuns(before, now, names);
        scenarios.stream()
                .filter(scenario -> !Set.of("Pending", "InProgress").contains(before.status(scenario.name())))
                .forEach(scenario -> runs.start(scenario, run -> "PipelineRun '" + run + "' created"));
        Snapshot written = runs.written(unlabelled);
        return new TestStart(
                runs.started().isEmpty() ? written : inProgress(reopened(written, now), now),
                runs.started(),
                runs.findError());
    }

    private static Snapshot withoutRunLabel(Snapshot snapshot) {
        DataObject labels = snapshot.document().findObject("metadata", "labels").orElse(DataObject.empty());
        return Snapshot.of(snapshot.document().withPath(labels.without(RUN), "metadata", "labels"));
    }

    private static Snapshot reopened(Snapshot snapshot, Instant now) {
        if (!snapshot.isTested()) {
            return snapshot;
        }
        String message = "Integration test re-run initiated for Snapshot";
        Snapshot untested =
                SnapshotConditions.with(snapshot, SnapshotConditions.TESTS, "Unknown", "InProgress", message, now);
        return SnapshotConditions.with(untested, SnapshotConditions.INTEGRATION, "Unknown", "InProgress", message, now);
    }

    private static TestStart first(
            TestStart repeated,
            List<IntegrationTestScenario> scenarios,
            Resources cluster,
            Instant now,
            UnaryOperator<String> names) {
        Snapshot snapshot = repeated.snapshot();
        TestStatuses before = TestStatuses.of(snapshot);
        if (before.findError().isPresent()) {
            return new TestStart(snapshot, repeated.startedScenarios(), before.findError());
        }
        TestRuns runs = new TestRuns(before, now, names);
        TestGraph graph = TestGraph.of(snapshot, cluster);
        runs.await(scenarios, graph);
        boolean ofPullRequests = snapshot.type().equals("group")
                && snapshot.findLabel(PR_GROUP_HASH).isEmpty();
        if (ofPullRequests && !scenarios.isEmpty()) {
            return new TestStart(
                    runs.written(snapshot),
                    repeated.startedScenarios(),
                    Optional.of("pr group info can't be found in group snapshot " + snapshot.namespace() + "/"
                            + snapshot.name()));
        }
        if (!PushEvent.isPush(snapshot) && NewerPullRequest.exists(snapshot, cluster)) {
            return new TestStart(
                    SnapshotConditions.with(
                            runs.written(snapshot),
                            SnapshotConditions.INTEGRATION,
                            "True",
                            "Canceled",
                            "Snapshot canceled/superseded",
                            now),
                    repeated.startedScenarios(),
                    Optional.empty());
        }
        startWaiting(scenarios, graph, runs);
        Snapshot written = runs.written(snapshot);
        List<String> started = new ArrayList<>(repeated.startedScenarios());
        started.addAll(runs.started());
        return new TestStart(runs.started().isEmpty() ? written : inProgress(written, now), started, runs.findError());
    }

    private static void startWaiting(List<IntegrationTestScenario> scenarios, TestGraph graph, TestRuns runs) {
        List<String> known =
                scenarios.stream().map(IntegrationTestScenario::name).toList();
        for (IntegrationTestScenario scenario : scenarios) {
            String name = scenario.name();
            boolean ready =
                    runs.isWaiting(name) && graph.parents(name, known).stream().allMatch(runs.statuses()::isFinal);
            if (!ready) {
                continue;
            }
            graph.failedParent(name, runs.statuses())
                    .ifPresentOrElse(
                            parent -> runs.cancel(scenario, parent),
                            () -> runs.start(
                                    scenario,
                                    run -> "IntegrationTestScenario pipeline '" + run + "' has been created"));
        }
    }

    private static Snapshot inProgress(Snapshot snapshot, Instant now) {
        boolean said = snapshot.findIntegrationCondition()
                .filter(status -> status.reason().equals("InProgress"))
                .isPresent();
        return said
                ? snapshot
                : SnapshotConditions.with(
                        snapshot,
                        SnapshotConditions.INTEGRATION,
                        "Unknown",
                        "InProgress",
                        "Snapshot starts being tested by the integrationPipelineRun",
                        now);
    }

    private static Snapshot skipped(Snapshot snapshot, Instant now) {
        return SnapshotConditions.with(
                snapshot,
                SnapshotConditions.TESTS,
                "True",
                "Passed",
                "No required IntegrationTestScenarios found, skipped testing",
                now);
    }
}
