package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;

/** Writes into a Snapshot how a test of it ended. */
public final class TestResults {

    /** The type label of the runs that test. */
    public static final String TYPE = TestRunLauncher.TYPE;

    /** The label that names a run's scenario. */
    public static final String SCENARIO = TestRunLauncher.SCENARIO;

    private TestResults() {}

    static void write(PipelineRun run, ObjectApi cluster, Instant now) {
        IntegrationView view = new IntegrationView(cluster);
        Optional<Snapshot> snapshot = run.findLabel(TestRunLauncher.SNAPSHOT)
                .flatMap(name -> view.find(new ObjectKey("Snapshot", run.namespace(), name)))
                .map(Snapshot::of);
        Optional<IntegrationTestScenario> scenario = snapshot.flatMap(
                tested -> view.findScenario(tested, run.findLabel(SCENARIO).orElse("")));
        if (scenario.isPresent()) {
            write(run, snapshot.get(), scenario.get(), cluster, now);
        }
    }

    private static void write(
            PipelineRun run, Snapshot snapshot, IntegrationTestScenario scenario, ObjectApi cluster, Instant now) {
        boolean passed = run.succeeded().filter(condition -> condition.isTrue()).isPresent();
        TestStatuses before = TestStatuses.of(snapshot);
        TreeMap<String, DataObject> entries = new TreeMap<>(before.byScenario());
        entries.put(
                scenario.name(),
                TestStatuses.changed(
                        before.entry(scenario.name()),
                        scenario.name(),
                        passed ? "TestPassed" : "TestFail",
                        "Integration test " + (passed ? "passed" : "failed"),
                        now.truncatedTo(ChronoUnit.SECONDS).toString()));
        Data results = Data.of(new TestStatuses(entries).toData().toString());
        cluster.patch(
                ObjectKey.of(snapshot.document()),
                DataObject.of(
                        "metadata", DataObject.of("annotations", DataObject.of(TestStatuses.ANNOTATION, results))));
    }
}
