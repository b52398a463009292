package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The test runs of one Snapshot while they are being started; not shared, not kept. */
final class TestRuns {

    private static final Set<String> RESOURCE_KINDS = Set.of("", "pipeline", "pipelinerun");

    private final Map<String, DataObject> entries;
    private final List<String> started = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Instant now;
    private final UnaryOperator<String> names;

    TestRuns(TestStatuses before, Instant now, UnaryOperator<String> names) {
        this.entries = new TreeMap<>(before.byScenario());
        this.now = now;
        this.names = names;
    }

    TestStatuses statuses() {
        return new TestStatuses(entries, Optional.empty());
    }

    List<String> started() {
        return started;
    }

    Optional<String> findError() {
        return errors.stream().findFirst();
    }

    /** Forgets the scenarios that do not concern the Snapshot, and awaits those that do. */
    void await(List<IntegrationTestScenario> scenarios, TestGraph graph) {
        List<String> known =
                scenarios.stream().map(IntegrationTestScenario::name).toList();
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

    boolean isWaiting(String scenario) {
        DataObject entry = statuses().entry(scenario);
        return entry.findText("status").filter("Pending"::equals).isPresent()
                && entry.findText("testPipelineRunName").isEmpty();
    }

    void cancel(IntegrationTestScenario scenario, String parent) {
        set(scenario, "TestFail", "Cancelled on account of required " + parent + " failing");
    }

    /** Starts the scenario's pipeline, or notes why it cannot be. */
    void start(IntegrationTestScenario scenario, UnaryOperator<String> details) {
        String kind = scenario.find("spec", "resolverRef", "resourceKind")
                .flatMap(Data::asText)
                .orElse("");
        if (!RESOURCE_KINDS.contains(kind.toLowerCase(Locale.ROOT))) {
            String error = "unrecognized resolver type '" + kind + "'";
            set(scenario, "TestInvalid", "Creation of pipelineRun failed during creation due to: " + error + ".");
            errors.add(error);
            return;
        }
        String run = names.apply(scenario.name() + "-");
        started.add(scenario.name());
        set(scenario, "InProgress", details.apply(run));
        entries.put(scenario.name(), statuses().entry(scenario.name()).with("testPipelineRunName", Data.of(run)));
    }

    private void set(IntegrationTestScenario scenario, String status, String details) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        DataObject.Builder entry = statuses().entry(scenario.name()).toBuilder()
                .put("scenario", scenario.name())
                .put("status", status)
                .put("details", details)
                .put("lastUpdateTime", time)
                .remove("completionTime");
        if (scenario.isOptional()) {
            entry.put("isOptionalScenario", true);
        }
        if (status.equals("InProgress")) {
            entry.put("startTime", time);
        } else if (!status.equals("Pending")) {
            entry.put("completionTime", time);
        }
        entries.put(scenario.name(), entry.build());
    }

    /** The Snapshot with the results in its annotation, when they have changed. */
    Snapshot written(Snapshot snapshot) {
        DataArray after = statuses().toData();
        return after.equals(TestStatuses.of(snapshot).toData())
                ? snapshot
                : Snapshot.of(snapshot.document()
                        .withPath(Data.of(after.toString()), "metadata", "annotations", TestStatuses.ANNOTATION));
    }
}
