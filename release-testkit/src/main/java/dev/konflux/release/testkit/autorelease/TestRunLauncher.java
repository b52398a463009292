package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.RunOutcome;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Creates the pipeline runs that test a Snapshot. */
final class TestRunLauncher {

    static final String TYPE = "test";
    static final String SCENARIO = "test.appstudio.openshift.io/scenario";
    static final String SNAPSHOT = "appstudio.openshift.io/snapshot";
    private static final String CANCELED = "pac.test.appstudio.openshift.io/cancelled";
    private static final String SERVICE_ACCOUNT = "konflux-integration-runner";
    private static final Set<String> RESOURCE_KINDS = Set.of("", "pipeline", "pipelinerun");

    private final SnapshotRound round;

    TestRunLauncher(SnapshotRound round) {
        this.round = round;
    }

    /** Lets the Snapshot's runs that have not ended come to their end now. */
    static void cancelAll(Snapshot snapshot, ObjectApi cluster) {
        Map<String, String> labels = Map.of(MetadataKeys.PIPELINE_TYPE, TYPE, SNAPSHOT, snapshot.name());
        DataObject order = DataObject.of(
                "metadata", DataObject.of("annotations", DataObject.of(CANCELED, Data.of("true"))),
                "spec", DataObject.of("status", Data.of("CancelledRunFinally")));
        new IntegrationView(cluster)
                .runs(snapshot.namespace(), labels).stream()
                        .filter(run -> !RunOutcome.isKnown(run.document()))
                        .forEach(run -> cluster.patch(ObjectKey.of(run.document()), order));
    }

    /**
     * Creates the run of a scenario, and lets the Snapshot say that it is being tested.
     *
     * @return the name of the run
     * @throws ApiException when the run cannot be created
     */
    String launch(IntegrationTestScenario scenario) {
        insistOnKind(scenario);
        ObjectKey run;
        try {
            run = ObjectKey.of(round.cluster().create(run(scenario)));
        } catch (ApiException failed) {
            ApiError error = failed.error();
            throw new ApiException(new ApiError(
                    error.code(),
                    error.reason(),
                    "failed to call client.Create to create pipelineRun for snapshot "
                            + round.snapshot().name() + ": " + error.message(),
                    error.causes()));
        }
        sayInProgress();
        return run.name();
    }

    private static void insistOnKind(IntegrationTestScenario scenario) {
        String kind = scenario.find("spec", "resolverRef", "resourceKind")
                .flatMap(Data::asText)
                .orElse("");
        if (!RESOURCE_KINDS.contains(kind.toLowerCase(Locale.ROOT))) {
            throw new ApiException(ApiError.of(0, "", "unrecognized resolver type '" + kind + "'"));
        }
    }

    private void sayInProgress() {
        if (SnapshotConditions.isInProgress(round.snapshot())) {
            return;
        }
        try {
            round.setCondition(
                    SnapshotConditions.INTEGRATION,
                    "Unknown",
                    "InProgress",
                    "Snapshot starts being tested by the integrationPipelineRun");
        } catch (ApiException unsaid) {
            return; // the service only logs it
        }
    }

    private DataObject run(IntegrationTestScenario scenario) {
        Snapshot snapshot = round.snapshot();
        DataObject.Builder labels = DataObject.builder()
                .put(MetadataKeys.PIPELINE_TYPE, TYPE)
                .put(SNAPSHOT, snapshot.name())
                .put(SCENARIO, scenario.name());
        if (scenario.isOptional()) {
            labels.put(MetadataKeys.OPTIONAL, "true");
        }
        snapshot.findLabel(MetadataKeys.COMPONENT).ifPresent(name -> labels.put(MetadataKeys.COMPONENT, name));
        if (!snapshot.application().isEmpty()) {
            labels.put(MetadataKeys.APPLICATION, snapshot.application());
        }
        DataObject metadata = DataObject.builder()
                .put("generateName", scenario.name() + "-")
                .put("namespace", snapshot.namespace())
                .put("labels", labels.build())
                .put("ownerReferences", DataArray.of(SnapshotOwner.referenceTo(snapshot.document())))
                .build();
        return DataObject.builder()
                .put("apiVersion", "tekton.dev/v1")
                .put("kind", "PipelineRun")
                .put("metadata", metadata)
                .put("spec", spec(scenario))
                .build();
    }

    private DataObject spec(IntegrationTestScenario scenario) {
        List<Data> params = new ArrayList<>();
        params.add(parameter("SNAPSHOT", round.snapshot().spec().toString()));
        params.addAll(scenario.document().items("spec", "params"));
        DataObject.Builder spec = DataObject.builder()
                .put("params", DataArray.of(params))
                .put("taskRunTemplate", DataObject.of("serviceAccountName", Data.of(SERVICE_ACCOUNT)));
        scenario.document()
                .findObject("spec", "resolverRef")
                .ifPresent(reference -> spec.put("pipelineRef", reference.without("resourceKind")));
        return spec.build();
    }

    private static DataObject parameter(String name, String value) {
        return DataObject.of("name", Data.of(name), "value", Data.of(value));
    }
}
