package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The results of one Snapshot's tests while runs are being started; not shared, not kept. */
final class TestRuns {

    private final SnapshotRound round;
    private final TestRunLauncher launcher;
    private final Map<String, DataObject> entries;
    private DataArray written;

    TestRuns(SnapshotRound round) {
        this.round = round;
        this.launcher = new TestRunLauncher(round);
        TestStatuses before = TestStatuses.of(round.snapshot());
        this.entries = new TreeMap<>(before.byScenario());
        this.written = before.toData();
    }

    TestStatuses statuses() {
        return new TestStatuses(entries);
    }

    /** Forgets the scenarios that do not concern the Snapshot, and awaits those that do. */
    void await(List<IntegrationTestScenario> scenarios, TestGraph graph) {
        List<String> known = scenarios.stream().map(Resource::name).toList();
        entries.keySet().retainAll(known);
        for (IntegrationTestScenario scenario : scenarios) {
            if (!entries.containsKey(scenario.name())) {
                set(scenario, "Pending", "Pending");
            }
            List<String> parents = graph.parents(scenario.name(), known);
            DataObject.Builder entry =
                    statuses().entry(scenario.name()).toBuilder().remove("runAfter");
            if (!parents.isEmpty()) {
                entry.put("runAfter", DataArray.ofTexts(parents));
            }
            if (scenario.isOptional()) {
                entry.put("isOptionalScenario", true);
            }
            entries.put(scenario.name(), entry.build());
        }
    }

    /** Cancels what waits for a test that has failed where that is not allowed, and what waits for that in turn. */
    void cancelInVain(List<IntegrationTestScenario> scenarios, TestGraph graph) {
        boolean more = true;
        while (more) {
            more = false;
            for (IntegrationTestScenario scenario : scenarios) {
                Optional<String> failed = graph.failedParent(scenario.name(), statuses());
                if (failed.isPresent() && isWaiting(scenario.name())) {
                    set(scenario, "TestFail", "Cancelled on account of required " + failed.get() + " failing");
                    more = true;
                }
            }
        }
    }

    boolean isWaiting(String scenario) {
        DataObject entry = statuses().entry(scenario);
        return entry.findText("status").filter("Pending"::equals).isPresent()
                && entry.findText("testPipelineRunName").isEmpty();
    }

    /** Forgets how the scenario went. */
    void reset(IntegrationTestScenario scenario) {
        set(scenario, "Pending", "Pending");
        entries.put(scenario.name(), statuses().entry(scenario.name()).without("testPipelineRunName"));
    }

    /** Starts the scenario's pipeline; the failure is noted before it is thrown. */
    void start(IntegrationTestScenario scenario, UnaryOperator<String> details) {
        try {
            String run = launcher.launch(scenario);
            set(scenario, "InProgress", details.apply(run));
            entries.put(scenario.name(), statuses().entry(scenario.name()).with("testPipelineRunName", Data.of(run)));
        } catch (ApiException failed) {
            set(
                    scenario,
                    "TestInvalid",
                    "Creation of pipelineRun failed during creation due to: "
                            + failed.error().message() + ".");
            throw failed;
        }
    }

    private void set(IntegrationTestScenario scenario, String status, String details) {
        entries.put(
                scenario.name(),
                TestStatuses.changed(
                        statuses().entry(scenario.name()),
                        scenario,
                        status,
                        details,
                        round.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    /** Writes the results into the Snapshot's annotation, if they differ from what was written last. */
    void write() {
        DataArray after = statuses().toData();
        if (!after.equals(written)) {
            round.annotate(TestStatuses.ANNOTATION, after.toString());
            written = after;
        }
    }
}
