package dev.konflux.release.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.SnapshotComponent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pull requests of several components that come from branches of one name are tested together. */
class PullRequestGroupsTest {

    private static final String STATUS = "test.appstudio.openshift.io/create-groupsnapshot-status";
    private static final String BRANCH = "feature";
    private static final Component ROSES = component("roses");
    private static final Component TULIPS = component("tulips");
    private static final String WORLD = """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: Application
            metadata: {name: garden, namespace: plants}
            spec: {displayName: garden}
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
            metadata: {name: together, namespace: plants}
            spec:
              application: garden
              contexts: [{name: group}]
              resolverRef: {resolver: git, params: []}
            """;

    private final Set<String> closed = new HashSet<>();

    private static Component component(String name) {
        return Component.builder()
                .namespace("plants")
                .name(name)
                .application("garden")
                .source("https://git.example.com/" + name, "main")
                .build();
    }

    private FakeReleaseService start(String world) {
        FakeReleaseService konflux = FakeReleaseService.builder()
                .withIntegrationService((repository, number) -> !closed.contains(repository + " " + number))
                .start(Resources.parse(world, "world.yaml"));
        konflux.create(ROSES);
        konflux.create(TULIPS);
        return konflux;
    }

    private static Snapshot built(FakeReleaseService konflux, Component component, int number, String commit) {
        PipelineRun build = konflux.build(Build.pullRequest(component, number, commit, BRANCH));
        konflux.clock().settle();
        return konflux.findSnapshot(build).orElseThrow();
    }

    private static List<Snapshot> groups(FakeReleaseService konflux) {
        return konflux.resources().all(Snapshot.class).stream()
                .filter(snapshot -> snapshot.type().equals("group"))
                .toList();
    }

    private static Optional<String> status(FakeReleaseService konflux, Snapshot snapshot) {
        return konflux.find(snapshot).orElseThrow().findAnnotation(STATUS);
    }

    @Test
    void oneComponentAloneIsNoGroup() {
        FakeReleaseService konflux = start(WORLD);

        Snapshot roses = built(konflux, ROSES, 1, "a1");

        assertThat(groups(konflux)).isEmpty();
        assertThat(status(konflux, roses).orElseThrow())
                .matches("The number 0 of component snapshots belonging to this pr group hash [0-9a-f]{62}"
                        + " is less than 2, skipping group snapshot creation");
    }

    @Test
    void theSnapshotOfAGroupHoldsWhatAllItsPullRequestsBuilt() {
        FakeReleaseService konflux = start(WORLD);
        Snapshot roses = built(konflux, ROSES, 1, "a1");

        Snapshot tulips = built(konflux, TULIPS, 2, "b1");

        assertThat(groups(konflux)).singleElement().satisfies(group -> {
            assertThat(group.components().stream().map(SnapshotComponent::containerImage))
                    .containsExactly(
                            roses.components().get(0).containerImage(),
                            tulips.components().get(0).containerImage());
            assertThat(group.findAnnotation("test.appstudio.openshift.io/pr-group"))
                    .contains(BRANCH);
            assertThat(group.findAnnotation("test.appstudio.openshift.io/group-test-info")
                            .orElseThrow())
                    .isEqualTo("[" + info("roses", roses, 1) + "," + info("tulips", tulips, 2) + "]");
            for (Snapshot told : List.of(roses, tulips)) {
                assertThat(status(konflux, told))
                        .contains("Group snapshot " + group.reference() + " is created for pr group feature");
            }
        });
    }

    private static String info(String component, Snapshot snapshot, int number) {
        return """
                {"namespace":"plants","component":"%1$s","buildPipelineRun":"%1$s-on-pull-request-00001","snapshot":"%2$s",\
                "repoUrl":"https://git.example.com/%1$s","pullRequestNumber":"%3$d","version":""}""".formatted(component, snapshot.name(), number);
    }

    @Test
    void theSnapshotOfAGroupIsTestedAndNeverReleased() {
        FakeReleaseService konflux = start(WORLD + SCENARIO);
        built(konflux, ROSES, 1, "a1");
        built(konflux, TULIPS, 2, "b1");

        Snapshot group = groups(konflux).get(0);

        assertThat(group.isPassed()).isTrue();
        assertThat(konflux.releases(group)).isEmpty();
        assertThat(konflux.story(group).toText()).contains("the Snapshot is group snapshot");
    }

    @Test
    void aGroupWaitsForTheBuildsThatAreUnderWay() {
        FakeReleaseService konflux = start(WORLD);
        built(konflux, TULIPS, 2, "b1");
        konflux.builds().next("tulips", PipelineResult.hang());
        PipelineRun again = konflux.build(Build.pullRequest(TULIPS, 2, "b2", BRANCH));

        PipelineRun build = konflux.build(Build.pullRequest(ROSES, 1, "a1", BRANCH));
        konflux.clock().advance(Duration.ofMinutes(30));
        Snapshot roses = konflux.findSnapshot(build).orElseThrow();

        assertThat(groups(konflux)).isEmpty();
        assertThat(status(konflux, roses))
                .contains("The build pipelineRun " + again.reference()
                        + " with pr group feature is still running, won't create group snapshot");
    }

    @Test
    void aBuildThatFailsIsToldToTheWholeGroup() {
        FakeReleaseService konflux = start(WORLD);
        Snapshot roses = built(konflux, ROSES, 1, "a1");
        konflux.builds().next("tulips", PipelineResult.failAt("build", "no soil"));

        PipelineRun failed = konflux.build(Build.pullRequest(TULIPS, 2, "b1", BRANCH));
        konflux.clock().settle();

        assertThat(groups(konflux)).isEmpty();
        assertThat(status(konflux, roses))
                .contains(
                        "build PLR " + failed.name()
                                + " failed for component tulips so it can't be added to the group Snapshot for PR group feature");
    }

    @Test
    void aNewBuildMakesANewSnapshotAndTheEarlierOnesAreCanceled() {
        FakeReleaseService konflux = start(WORLD + SCENARIO);
        Snapshot former = built(konflux, ROSES, 1, "a1");
        built(konflux, TULIPS, 2, "b1");
        Snapshot first = groups(konflux).get(0);

        Snapshot latter = built(konflux, ROSES, 1, "a2");

        assertThat(groups(konflux)).hasSize(2);
        assertThat(integration(konflux, first)).contains("Canceled: Snapshot canceled/superseded");
        assertThat(integration(konflux, former)).contains("Canceled: Canceled - Superseded by new build");
        assertThat(groups(konflux).get(1).components().get(0).containerImage())
                .isEqualTo(latter.components().get(0).containerImage());
    }

    private static Optional<String> integration(FakeReleaseService konflux, Snapshot snapshot) {
        return konflux.find(snapshot)
                .flatMap(found -> found.findCondition("AppStudioIntegrationStatus"))
                .map(condition -> condition.reason() + ": " + condition.message());
    }

    @Test
    void aPullRequestThatIsClosedNoLongerCounts() {
        FakeReleaseService konflux = start(WORLD);
        built(konflux, TULIPS, 2, "b1");
        closed.add("https://git.example.com/tulips 2");

        Snapshot roses = built(konflux, ROSES, 1, "a1");

        assertThat(groups(konflux)).isEmpty();
        assertThat(status(konflux, roses).orElseThrow()).startsWith("The number 1 of component snapshots");
    }

    @Test
    void branchesOfOtherNamesAreOtherGroups() {
        FakeReleaseService konflux = start(WORLD);
        built(konflux, ROSES, 1, "a1");

        konflux.build(Build.pullRequest(TULIPS, 2, "b1"));
        konflux.clock().settle();

        assertThat(groups(konflux)).isEmpty();
    }
}
