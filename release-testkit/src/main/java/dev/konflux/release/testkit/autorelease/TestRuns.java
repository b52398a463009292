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
                set(scenario.name(), "Pending", "Pending");
            }
            DataObject entry = TestStatuses.marked(statuses().entry(scenario.name()), scenario);
            entries.put(scenario.name(), graph.isDrawnFor(scenario.name()) ? waiting(entry, graph, known) : entry);
        }
    }

    private static DataObject waiting(DataObject entry, TestGraph graph, List<String> known) {
        List<String> parents = graph.parents(entry.findText("scenario").orElse(""), known);
        return parents.isEmpty() ? entry.without("runAfter") : entry.with("runAfter", DataArray.ofTexts(parents));
    }

    /** Cancels what has not ended and must not go on after a test that failed, and what must not go on after that in turn. */
    void cancelInVain(TestGraph graph) {
        boolean more = true;
        while (more) {
            more = false;
            for (String scenario : List.copyOf(entries.keySet())) {
                Optional<String> failed = graph.failedParent(scenario, statuses());
                if (failed.isPresent() && !statuses().isFinal(scenario)) {
                    set(scenario, "TestFail", "Cancelled on account of required " + failed.get() + " failing");
                    more = true;
                }
            }
        }
    }

    /** Whether the scenario has no run yet, and nothing that it waits for holds it back any more. */
    boolean isReady(String scenario, TestGraph graph) {
        DataObject entry = statuses().entry(scenario);
        return entry.findText("status").filter("Pending"::equals).isPresent()
                && entry.findText("testPipelineRunName").isEmpty()
                && statuses().parents(scenario).stream().noneMatch(parent -> holdsBack(parent, scenario, graph));
    }

    private boolean holdsBack(String parent, String scenario, TestGraph graph) {
        return !statuses().isFinal(parent)
                || (!statuses().isPassed(parent) && !graph.toleratesFailure(scenario, parent));
    }

    /** Forgets how the scenario went. */
    void reset(IntegrationTestScenario scenario) {
        set(scenario.name(), "Pending", "Pending");
        DataObject forgotten = statuses().entry(scenario.name()).without("testPipelineRunName");
        entries.put(scenario.name(), TestStatuses.marked(forgotten, scenario));
    }

    /** Starts the scenario's pipeline; the failure is noted before it is thrown. */
    void start(IntegrationTestScenario scenario, UnaryOperator<String> details) {
        try {
            String run = launcher.launch(scenario);
            set(scenario.name(), "InProgress", details.apply(run));
            entries.put(scenario.name(), statuses().entry(scenario.name()).with("testPipelineRunName", Data.of(run)));
        } catch (ApiException failed) {
            set(
                    scenario.name(),
                    "TestInvalid",
                    "Creation of pipelineRun failed during creation due to: "
                            + failed.error().message() + ".");
            throw failed;
        }
    }

    private void set(String scenario, String status, String details) {
        entries.put(
                scenario,
                TestStatuses.changed(
                        statuses().entry(scenario),
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
