package dev.konflux.release.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntegrationServiceTest {

    private static final String COMMIT = "0123456f89";
    private static final Component ROSES = Component.builder()
            .namespace("plants")
            .name("roses")
            .application("garden")
            .source("https://git.example.com/roses", "main")
            .build();
    private static final String WORLD = """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Application
            metadata: {name: garden, namespace: plants}
            spec: {displayName: garden}
            ---
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlan
            metadata: {name: harvest, namespace: plants%s}
            spec: {application: garden, target: market}
            """;
    private static final String SCENARIO = """
            ---
            apiVersion: appstudio.redhat.com/v1beta2
            kind: IntegrationTestScenario
            metadata: {name: weeding, namespace: plants}
            spec:
              application: garden
              resolverRef:
                resolver: git
                params:
                  - {name: url, value: "https://git.example.com/tests"}
                  - {name: revision, value: main}
                  - {name: pathInRepo, value: weeding.yaml}
            """;

    @Test
    void aPushIsBuiltTestedAndReleased() {
        FakeReleaseService konflux = start(WORLD.formatted("") + SCENARIO);
        Snapshot snapshot = snapshotOf(konflux, Build.push(ROSES, COMMIT));
        assertThat(snapshot.findLabel("pac.test.appstudio.openshift.io/event-type"))
                .contains("push");
        assertThat(snapshot.findLabel("test.appstudio.openshift.io/type")).contains("component");
        assertThat(snapshot.findAnnotation("pac.test.appstudio.openshift.io/sha"))
                .contains(COMMIT);
        assertThat(snapshot.components()).singleElement().satisfies(image -> {
            assertThat(image.containerImage()).startsWith("quay.io/plants/roses@sha256:");
            assertThat(image.sourceRevision()).contains(COMMIT);
        });
        assertThat(konflux.releases(snapshot)).extracting(Release::releasePlan).containsExactly("harvest");
        assertThat(konflux.find(ROSES).orElseThrow().lastPromotedImage())
                .contains(snapshot.components().get(0).containerImage());
    }

    @Test
    void aTestThatFailsHoldsTheReleaseBackAndTheStorySaysSo() {
        FakeReleaseService konflux = start(WORLD.formatted("") + SCENARIO);
        konflux.integrationTests().next("weeding", PipelineResult.failAt("pull", "a thistle"));
        Snapshot snapshot = snapshotOf(konflux, Build.push(ROSES, COMMIT));
        assertThat(konflux.releases(snapshot)).isEmpty();
        assertThat(konflux.story(snapshot).toText())
                .contains("Failed: Some Integration pipeline tests failed")
                .contains("the Snapshot hasn't passed all required integration tests");
    }

    @Test
    void aTestTakesItsTime() {
        FakeReleaseService konflux = start(WORLD.formatted("") + SCENARIO);
        konflux.integrationTests().usually("weeding", PipelineResult.succeed().taking(Duration.ofMinutes(40)));
        Snapshot snapshot = konflux.create(pushed("garden-1", "1"));
        konflux.clock().advance(Duration.ofMinutes(39));
        assertThat(konflux.releases(snapshot)).isEmpty();
        konflux.clock().advance(Duration.ofMinutes(1));
        assertThat(konflux.releases(snapshot)).hasSize(1);
    }

    @Test
    void aPullRequestIsBuiltAndNotReleased() {
        FakeReleaseService konflux = start(WORLD.formatted(""));
        Snapshot snapshot = snapshotOf(konflux, Build.pullRequest(ROSES, 7, COMMIT));
        assertThat(snapshot.isPassed()).isTrue();
        assertThat(konflux.releases(snapshot)).isEmpty();
        assertThat(konflux.story(snapshot).toText()).contains("the Snapshot was created for a PaC pull request event");
        assertThat(konflux.find(ROSES).orElseThrow().lastPromotedImage()).isEmpty();
    }

    @Test
    void aBuildOnDemandIsReleasedLikeAPush() {
        FakeReleaseService konflux = start(WORLD.formatted(""));
        assertThat(konflux.releases(snapshotOf(konflux, Build.manual(ROSES, COMMIT))))
                .hasSize(1);
    }

    @Test
    void aBuildThatFailsMakesNoSnapshot() {
        FakeReleaseService konflux = start(WORLD.formatted(""));
        konflux.builds().next("roses", PipelineResult.failAt("build", "no soil"));
        PipelineRun build = konflux.build(Build.push(ROSES, COMMIT));
        konflux.clock().settle();
        assertThat(konflux.findSnapshot(build)).isEmpty();
    }

    @Test
    void aPlanWhoseLabelIsFalseReleasesNothing() {
        FakeReleaseService konflux =
                start(WORLD.formatted(", labels: {release.appstudio.openshift.io/auto-release: \"false\"}"));
        Snapshot snapshot = konflux.create(pushed("garden-1", "1"));
        assertThat(konflux.releases(snapshot)).isEmpty();
        assertThat(konflux.story(snapshot).toText()).contains("no ReleasePlans have the 'auto-release' label");
    }

    @Test
    void anExpressionChoosesByTheComponentThatWasBuilt() {
        FakeReleaseService konflux = start(WORLD.formatted(
                ", annotations: {release.appstudio.openshift.io/auto-release: \"updatedComponentIs('roses')\"}"));
        assertThat(konflux.releases(konflux.create(pushed("garden-1", "1")))).hasSize(1);
    }

    @Test
    void ofTwoPushesOnlyTheNewerOneIsReleased() {
        FakeReleaseService konflux = start(WORLD.formatted("") + SCENARIO);
        konflux.integrationTests().next("weeding", PipelineResult.succeed().taking(Duration.ofMinutes(30)));
        Snapshot slow = konflux.create(pushed("garden-1", "1000"));
        Snapshot newer = konflux.create(pushed("garden-2", "2000"));
        konflux.clock().settle();
        assertThat(konflux.releases(newer)).hasSize(1);
        assertThat(konflux.releases(slow)).isEmpty();
        assertThat(konflux.story(slow).toText()).contains("Released in newer Snapshot");
    }

    @Test
    void withoutTheIntegrationServiceASnapshotStaysAsItIs() {
        FakeReleaseService konflux = FakeReleaseService.start(Resources.parse(WORLD.formatted(""), "world.yaml"));
        Snapshot snapshot = konflux.create(pushed("garden-1", "1"));
        konflux.clock().settle();
        assertThat(konflux.find(snapshot).orElseThrow().conditions()).isEmpty();
    }

    private static FakeReleaseService start(String world) {
        FakeReleaseService konflux =
                FakeReleaseService.builder().withIntegrationService().start(Resources.parse(world, "world.yaml"));
        konflux.create(ROSES);
        return konflux;
    }

    private static Snapshot snapshotOf(FakeReleaseService konflux, Build build) {
        PipelineRun run = konflux.build(build);
        konflux.clock().advance(Duration.ofMinutes(15));
        return konflux.findSnapshot(run).orElseThrow();
    }

    private static Snapshot pushed(String name, String startTime) {
        return Snapshot.builder()
                .namespace("plants")
                .name(name)
                .application("garden")
                .label("test.appstudio.openshift.io/type", "component")
                .label("appstudio.openshift.io/component", "roses")
                .label("appstudio.openshift.io/application", "garden")
                .label("pac.test.appstudio.openshift.io/event-type", "push")
                .annotation("test.appstudio.openshift.io/pipelinerunstarttime", startTime)
                .component("roses", "quay.io/plants/roses@sha256:" + "a".repeat(64))
                .build();
    }
}
