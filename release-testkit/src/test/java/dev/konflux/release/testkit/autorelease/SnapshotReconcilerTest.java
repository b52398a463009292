package dev.konflux.release.testkit.autorelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.PromotionGate;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.autorelease.SnapshotReconciler.Look;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.Fault;
import dev.konflux.release.testkit.store.FaultyApi;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotReconcilerTest {

    private static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");
    private static final ObjectKey KEY = new ObjectKey("Snapshot", "plants", "garden-1");
    private static final String OWNER_AND_PLAN = """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Application
            metadata: {name: garden, namespace: plants}
            ---
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlan
            metadata: {name: harvest, namespace: plants}
            spec: {application: garden, target: market}
            """;
    private static final String SCENARIO = """
            ---
            apiVersion: appstudio.redhat.com/v1beta2
            kind: IntegrationTestScenario
            metadata: {name: weeding, namespace: plants}
            spec: {application: garden}
            """;
    private static final String SNAPSHOT = """
            ---
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Snapshot
            metadata: {name: garden-1, namespace: plants, annotations: {pac.test.appstudio.openshift.io/sha: 0123456f89}}
            spec: {application: garden}
            """;
    private static final String PASSED = """
            status:
              conditions: [{type: AppStudioTestSucceeded, status: "True", reason: Passed, message: ""}]
            """;

    private final ObjectStore store = new ObjectStore(() -> NOW, NameSource.counting(), AdmissionChain.open());
    private final FaultyApi cluster = new FaultyApi(store.as("integration-service"));
    private final SnapshotReconciler reconciler =
            SnapshotReconciler.of(cluster, AutoReleaseCel.create(), PullRequests.allOpen());

    @Test
    void aSnapshotWithoutRequiredTestsPassesAtOnceAndIsReleasedAtTheNextLook() {
        List<Boolean> woken = new ArrayList<>();
        given(OWNER_AND_PLAN + SNAPSHOT);
        store.watch(event -> woken.add(SnapshotWatches.isWoken(event)));
        look();
        assertThat(releases()).isEmpty();
        assertThat(woken).contains(true);
        look();
        assertThat(releases()).singleElement().satisfies(release -> {
            assertThat(release.generateName()).contains("garden-1-0123456-");
            assertThat(release.releasePlan()).isEqualTo("harvest");
            assertThat(release.find("status", "automated")).contains(Data.of(true));
        });
        assertThat(condition("AutoReleased").message()).isEqualTo("The Snapshot was auto-released");
    }

    @Test
    void aRequiredTestIsStartedAndHoldsTheReleaseBack() {
        given(OWNER_AND_PLAN + SCENARIO + SNAPSHOT);
        Look look = look();
        assertThat(store.list("PipelineRun", Selection.everything()))
                .singleElement()
                .satisfies(run -> assertThat(run.findText("metadata", "labels", TestRunLauncher.SCENARIO))
                        .contains("weeding"));
        assertThat(look.findGate().map(PromotionGate::reasons).orElseThrow())
                .containsExactly("the Snapshot has not yet finished testing");
    }

    @Test
    void aSnapshotWithoutItsApplicationIsMarkedInvalid() {
        given(SNAPSHOT);
        Look look = look();
        assertThat(condition("AppStudioIntegrationStatus").reason()).isEqualTo("Invalid");
        assertThat(look.findGate()).isEmpty();
    }

    @Test
    void aReleaseWhoseSecondRequestFailsForGoodIsNeverMarkedAutomated() {
        given(OWNER_AND_PLAN + SNAPSHOT + PASSED);
        cluster.arm(new Fault(Fault.Verb.PATCH_STATUS, "Release", "", Fault.Failure.INTERNAL, "boom", 5));
        assertThat(look().findError()).contains("Internal error occurred: boom");
        assertThat(condition("AppStudioIntegrationStatus").message())
                .isEqualTo("Failed to create new release: Internal error occurred: boom");
        assertThat(look().findError()).isEmpty();
        assertThat(releases())
                .singleElement()
                .satisfies(release ->
                        assertThat(release.find("status", "automated")).isEmpty());
        assertThat(condition("AppStudioIntegrationStatus").reason()).isEqualTo("ErrorOccured");
    }

    @Test
    void whatAFailedRequestLeftInHandIsTakenForWrittenUntilTheLookEnds() {
        given(OWNER_AND_PLAN + SCENARIO + SNAPSHOT);
        // The first change of the metadata names the owner, the second one holds the results.
        cluster.arm(new Fault(Fault.Verb.PATCH, "Snapshot", "", Fault.Failure.CONFLICT, "modified", 1, 1));
        assertThat(look().findError().orElseThrow()).endsWith("\"garden-1\": modified");
        assertThat(snapshot().findAnnotation(TestStatuses.ANNOTATION)).isEmpty();
        assertThat(condition("AppStudioIntegrationStatus").reason()).isEqualTo("InProgress");
    }

    @Test
    void aWarningIsKnownOnlyUnderTheNameUpstreamWritesIt() {
        given(OWNER_AND_PLAN + SCENARIO + SNAPSHOT);
        say("BuildPLRInProgress");
        assertThat(reconciler.judge(KEY, NOW).findError()).isEmpty();
        assertThat(condition("AppStudioTestSucceeded").status()).isEqualTo("True");
        say("TestWarning");
        assertThat(reconciler.judge(KEY, NOW).findError()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"details\": 5}",
                "{\"startTime\": \"yesterday\"}",
                "{\"completionTime\": null}",
                "{\"isOptionalScenario\": \"true\"}",
                "{\"runAfter\": [5]}",
                "{\"lastUpdateTime\": \"2026-03-05t08:00:00z\"}"
            })
    void resultsOfAnotherShapeCannotBeRead(String odd) {
        given(OWNER_AND_PLAN + SCENARIO + SNAPSHOT);
        DataObject entry = json(
                "{\"scenario\": \"weeding\", \"status\": \"TestPassed\", \"lastUpdateTime\": \"2026-03-05T08:00:00Z\"}");
        DataObject changed = entry;
        for (var member : json(odd).members().entrySet()) {
            changed = changed.with(member.getKey(), member.getValue());
        }
        annotate(TestStatuses.ANNOTATION, "[" + changed + "]");
        assertThat(reconciler.judge(KEY, NOW).findError().orElseThrow())
                .startsWith("failed to get integration tests statuses from snapshot: failed to unmarshal json: ");
    }

    @Test
    void aTestThatIsUnderWayEndsWithTheOneItMustNotOutlive() {
        given(GROUP_WITH_GRAPH);
        annotate(TestStatuses.ANNOTATION, """
                [{"scenario": "digging", "status": "TestFail", "lastUpdateTime": "2026-03-05T08:00:00Z"},
                 {"scenario": "weeding", "status": "InProgress", "lastUpdateTime": "2026-03-05T08:00:00Z"}]""");
        look();
        assertThat(TestStatuses.of(snapshot()).entry("weeding").findText("details"))
                .contains("Cancelled on account of required digging failing");
    }

    private static final String GROUP_WITH_GRAPH = """
            apiVersion: appstudio.redhat.com/v1beta2
            kind: ComponentGroup
            metadata: {name: garden, namespace: plants}
            spec: {components: [], testGraph: {weeding: [{name: digging, failFast: true}]}}
            ---
            apiVersion: appstudio.redhat.com/v1beta2
            kind: IntegrationTestScenario
            metadata: {name: digging, namespace: plants}
            spec: {componentGroup: garden}
            ---
            apiVersion: appstudio.redhat.com/v1beta2
            kind: IntegrationTestScenario
            metadata: {name: weeding, namespace: plants}
            spec: {componentGroup: garden}
            ---
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Snapshot
            metadata: {name: garden-1, namespace: plants}
            spec: {componentGroup: garden}
            """;

    @Test
    void aMissingTestIsNotAskedForWhileAnotherOneIs() {
        given(OWNER_AND_PLAN + SCENARIO + SNAPSHOT);
        store.as("tester")
                .patch(KEY, json("{\"metadata\": {\"labels\": {\"test.appstudio.openshift.io/run\": \"mowing\"}}}"));
        reconciler.judge(KEY, NOW);
        assertThat(snapshot().findLabel("test.appstudio.openshift.io/run")).contains("mowing");
    }

    @Test
    void theMergeQueueIsNoPushAndBelongsToNoGroup() {
        given(OWNER_AND_PLAN + SNAPSHOT);
        store.as("tester")
                .patch(
                        KEY,
                        json("{\"metadata\": {\"labels\": {\"test.appstudio.openshift.io/type\": \"component\"}}}"));
        annotate("pac.test.appstudio.openshift.io/source-branch", "gh-readonly-queue/main/pr-5");
        look();
        assertThat(snapshot().findAnnotation(GroupSnapshot.STATUS))
                .contains("Failed to get PR group label/annotation from snapshot plants/garden-1");
    }

    @Test
    void anOverrideWithATagIsInvalidYetPromotesItsOtherImages() {
        given(OWNER_AND_PLAN + """
                ---
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: Component
                metadata: {name: roses, namespace: plants}
                ---
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: Component
                metadata: {name: ivy, namespace: plants}
                ---
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: Snapshot
                metadata: {name: garden-1, namespace: plants, labels: {test.appstudio.openshift.io/type: override}}
                spec:
                  application: garden
                  components:
                    - {name: roses, containerImage: "quay.io/plants/roses:red"}
                    - {name: ivy, containerImage: "quay.io/plants/ivy@sha256:%s"}
                """.formatted("7".repeat(64)));
        look();
        assertThat(condition("AppStudioIntegrationStatus").message())
                .startsWith("a digest must contain exactly one '@' separator");
        assertThat(promoted("ivy")).contains("quay.io/plants/ivy@sha256:" + "7".repeat(64));
        assertThat(promoted("roses")).isEmpty();
    }

    @Test
    void aSnapshotOfAGroupLeadsToOneOfEachGroupAroundIt() {
        String digest = "@sha256:" + "3".repeat(64);
        given("""
                apiVersion: appstudio.redhat.com/v1beta2
                kind: ComponentGroup
                metadata: {name: garden, namespace: plants}
                spec: {components: [{name: roses, componentVersion: {name: v1}}]}
                ---
                apiVersion: appstudio.redhat.com/v1beta2
                kind: ComponentGroup
                metadata: {name: estate, namespace: plants}
                spec: {components: [{name: garden, kind: componentGroup}, {name: house, componentVersion: {name: v2}}]}
                status:
                  globalCandidateList:
                    - {name: house, version: v2, lastPromotedImage: "quay.io/plants/house%1$s"}
                ---
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: Snapshot
                metadata:
                  name: garden-1
                  namespace: plants
                  labels: {test.appstudio.openshift.io/type: component, appstudio.openshift.io/component: roses}
                spec:
                  componentGroup: garden
                  components: [{name: roses, version: v1, containerImage: "quay.io/plants/roses%1$s"}]
                """.formatted(digest));
        look();
        Snapshot estate = Snapshot.of(store.get(new ObjectKey("Snapshot", "plants", "estate-20260305-090000-000")));
        assertThat(estate.components())
                .extracting(component -> component.name() + " " + component.containerImage())
                .containsExactly("house quay.io/plants/house" + digest, "roses quay.io/plants/roses" + digest);
        assertThat(snapshot().find("status", "parentSnapshots", "estate", "name"))
                .contains(Data.of("estate-20260305-090000-000"));
        look();
        assertThat(store.list("Snapshot", Selection.everything())).hasSize(2);
    }

    private void given(String yaml) {
        Resources.parse(yaml, "cluster.yaml").all().forEach(resource -> store.restore(resource.document()));
    }

    private Look look() {
        return reconciler.reconcile(KEY, NOW);
    }

    private Snapshot snapshot() {
        return Snapshot.of(store.get(KEY));
    }

    private Condition condition(String type) {
        return snapshot().findCondition(type).orElseThrow();
    }

    private List<Release> releases() {
        return store.list("Release", Selection.everything()).stream()
                .map(Release::of)
                .toList();
    }

    private Optional<String> promoted(String component) {
        return Component.of(store.get(new ObjectKey("Component", "plants", component)))
                .lastPromotedImage();
    }

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "test").asObject().orElseThrow();
    }

    private void annotate(String key, String value) {
        DataObject annotations = DataObject.of(key, Data.of(value));
        store.as("tester").patch(KEY, DataObject.of("metadata", DataObject.of("annotations", annotations)));
    }

    private void say(String status) {
        String results = """
                [{"scenario": "weeding", "status": "%s", "lastUpdateTime": "2026-03-05T08:00:00Z"}]\
                """.formatted(status);
        annotate(TestStatuses.ANNOTATION, results);
    }
}
