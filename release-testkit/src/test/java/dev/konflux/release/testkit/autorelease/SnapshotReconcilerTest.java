package dev.konflux.release.testkit.autorelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.PromotionGate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnapshotReconcilerTest {

    private static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");
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
    private static final String COMPONENTS = """
            ---
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Component
            metadata: {name: roses, namespace: plants}
            ---
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Component
            metadata: {name: ivy, namespace: plants}
            """;
    private static final String SNAPSHOT = """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Snapshot
            metadata: {name: garden-1, namespace: plants, annotations: {pac.test.appstudio.openshift.io/sha: 0123456f89}}
            spec: {application: garden}
            """;
    private final SnapshotReconciler reconciler =
            SnapshotReconciler.with(AutoRelease.with(AutoReleaseCel.create()), prefix -> prefix + "x");

    @Test
    void a_snapshot_without_required_tests_passes_at_once_and_is_released_in_the_next_round() {
        Resources cluster = cluster(OWNER_AND_PLAN);
        var first = reconciler.reconcile(snapshot(SNAPSHOT), cluster, NOW);
        assertThat(first.releases()).isEmpty();
        assertThat(SnapshotReconciler.isTriggered(snapshot(SNAPSHOT), first.snapshot()))
                .isTrue();
        var second = reconciler.reconcile(first.snapshot(), cluster, NOW);
        assertThat(second.releases()).singleElement().satisfies(release -> {
            assertThat(release.findText("metadata", "generateName")).contains("garden-1-0123456-");
            assertThat(release.findText("spec", "releasePlan")).contains("harvest");
        });
        assertThat(second.snapshot().findCondition("AutoReleased").map(Condition::message))
                .contains("The Snapshot was auto-released");
    }

    @Test
    void a_required_test_is_started_and_holds_the_release_back() {
        Resources cluster = cluster(OWNER_AND_PLAN + SCENARIO);
        var round = reconciler.reconcile(snapshot(SNAPSHOT), cluster, NOW);
        assertThat(round.startedScenarios()).containsExactly("weeding");
        assertThat(round.findGate().map(PromotionGate::reasons).orElseThrow())
                .containsExactly("the Snapshot has not yet finished testing");
    }

    @Test
    void a_snapshot_without_its_application_is_marked_invalid() {
        var round = reconciler.reconcile(snapshot(SNAPSHOT), cluster(SCENARIO), NOW);
        assertThat(round.snapshot().findCondition("AppStudioIntegrationStatus").map(Condition::reason))
                .contains("Invalid");
        assertThat(round.findGate()).isEmpty();
    }

    @Test
    void a_warning_is_known_only_under_the_name_upstream_writes_it() {
        String annotation = """
                [{"scenario": "weeding", "status": "%s", "lastUpdateTime": "2026-03-05T08:00:00Z"}]\
                """;
        Snapshot written = Snapshot.builder()
                .namespace("plants")
                .name("garden-1")
                .application("garden")
                .annotation(TestStatuses.ANNOTATION, annotation.formatted("BuildPLRInProgress"))
                .build();
        Snapshot spelled = written.toBuilder()
                .annotation(TestStatuses.ANNOTATION, annotation.formatted("TestWarning"))
                .build();
        Resources cluster = cluster(OWNER_AND_PLAN + SCENARIO);
        assertThat(TestVerdict.of(written, cluster, NOW)
                        .snapshot()
                        .findCondition("AppStudioTestSucceeded")
                        .map(Condition::status))
                .contains("True");
        assertThat(TestVerdict.of(spelled, cluster, NOW).findError()).isPresent();
    }

    @Test
    void an_override_with_a_tag_is_invalid_yet_promotes_its_other_images() {
        Snapshot override = snapshot("""
                apiVersion: appstudio.redhat.com/v1alpha1
                kind: Snapshot
                metadata: {name: by-hand, namespace: plants, labels: {test.appstudio.openshift.io/type: override}}
                spec:
                  application: garden
                  components:
                    - {name: roses, containerImage: "quay.io/plants/roses:red"}
                    - {name: ivy, containerImage: "quay.io/plants/ivy@sha256:%s"}
                """.formatted("7".repeat(64)));
        Resources cluster = cluster(OWNER_AND_PLAN + COMPONENTS);
        var round = reconciler.reconcile(override, cluster, NOW);
        assertThat(round.snapshot()
                        .findCondition("AppStudioIntegrationStatus")
                        .map(Condition::message)
                        .orElseThrow())
                .startsWith("a digest must contain exactly one '@' separator");
        assertThat(round.changed())
                .singleElement()
                .satisfies(ivy -> assertThat(ivy.findText("metadata", "name")).contains("ivy"));
    }

    private static Resources cluster(String yaml) {
        return Resources.parse(yaml, "cluster.yaml");
    }

    private static Snapshot snapshot(String yaml) {
        return cluster(yaml).all(Snapshot.class).get(0);
    }
}
