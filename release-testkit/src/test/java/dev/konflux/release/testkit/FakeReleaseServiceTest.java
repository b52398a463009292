package dev.konflux.release.testkit;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.RoleBinding;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeReleaseServiceTest {

    private static FakeReleaseService managedWorld() {
        return FakeReleaseService.start(
                Worlds.plan().build(), Worlds.admission().build(), Worlds.policy());
    }

    @Test
    void managedReleaseSucceedsAfterItsPipeline() {
        try (FakeReleaseService konflux = managedWorld()) {
            Release done =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(done)
                    .isReleased()
                    .skipped(Phase.TENANT)
                    .succeeded(Phase.MANAGED)
                    .skipped(Phase.FINAL)
                    .hasAttempts(1);
            assertThat(konflux.clock().instant()).isEqualTo(Instant.parse("2030-01-01T00:05:00Z"));
        }
    }

    @Test
    void tenantReleaseNeedsNoAdmission() {
        ReleasePlan plan = ReleasePlan.builder()
                .namespace("team")
                .name("plan")
                .application("shop")
                .tenantPipeline(Worlds.pipeline())
                .build();
        try (FakeReleaseService konflux = FakeReleaseService.start(plan)) {
            Release done = konflux.release(Worlds.snapshot(), plan).await();

            assertThat(done).isReleased().succeeded(Phase.TENANT).skipped(Phase.MANAGED);
        }
    }

    @Test
    void failureOfTheManagedPipelineIsToldInTheOperatorsWords() {
        try (FakeReleaseService konflux = managedWorld()) {
            konflux.pipelines().next(Phase.MANAGED, PipelineResult.failAt("push", "no access"));

            Release failed =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(failed)
                    .isFailed("Release processing failed on managed pipelineRun")
                    .failed(Phase.MANAGED, "Release processing failed on managed pipelineRun");
            assertThat(failed.status().items("managedPipelineAttempts").get(0).findText("lastTask"))
                    .contains("push");
        }
    }

    @Test
    void failureOfATenantPipelineQuotesTheTask() {
        ReleasePlan plan = Worlds.plan().tenantPipeline(Worlds.pipeline()).build();
        try (FakeReleaseService konflux =
                FakeReleaseService.start(plan, Worlds.admission().build(), Worlds.policy())) {
            konflux.pipelines().next(Phase.TENANT, PipelineResult.failAt("push", "no access"));

            Release failed = konflux.release(Worlds.snapshot(), plan).await();

            assertThat(failed)
                    .isFailed("Release processing failed on tenant pipelineRun")
                    .failed(Phase.TENANT, "task push failed: no access")
                    .skipped(Phase.MANAGED);
        }
    }

    @Test
    void blockedAdmissionMakesTheReleaseInvalid() {
        try (FakeReleaseService konflux = FakeReleaseService.start(
                Worlds.plan().build(), Worlds.admission().blockReleases(true).build(), Worlds.policy())) {
            Release failed =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(failed)
                    .isFailed("Release validation failed")
                    .isInvalid("found ReleasePlanAdmission 'admission' with block-releases label set to true");
        }
    }

    @Test
    void outOfMemoryIsTriedAgainWithMoreMemory() {
        try (FakeReleaseService konflux = FakeReleaseService.start(
                Worlds.retrying(2, "{\"oomKill\": {\"multiplier\": \"2\"}}"),
                Worlds.plan().build(),
                Worlds.admission().pipeline(withMemory("512Mi")).build(),
                Worlds.policy())) {
            konflux.pipelines().next(Phase.MANAGED, PipelineResult.outOfMemory("push", "work"));

            Release done =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(done).isReleased().hasAttempts(2);
            assertThat(done.status().items("managedPipelineAttempts").get(1).findText("mitigation", "memoryLimit"))
                    .contains("1Gi");
        }
    }

    private static Pipeline withMemory(String limit) {
        DataObject resources = DataObject.of("limits", DataObject.of("memory", Data.of(limit)));
        DataObject step = DataObject.of("name", Data.of("work"), "computeResources", resources);
        DataObject spec = DataObject.of("pipelineTaskName", Data.of("push"), "stepSpecs", DataArray.of(step));
        return Pipeline.of(Worlds.pipeline().data().with("taskRunSpecs", DataArray.of(spec)));
    }

    @Test
    void runThatTakesLongerThanItsLimitIsEnded() {
        try (FakeReleaseService konflux = managedWorld()) {
            konflux.pipelines().next(Phase.MANAGED, PipelineResult.succeed().taking(Duration.ofHours(3)));

            Release failed =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(failed).isFailed("Release processing failed on managed pipelineRun");
            assertThat(failed.status().items("managedPipelineAttempts").get(0).findText("failureReason"))
                    .contains("PipelineRunTimeout");
        }
    }

    @Test
    void waitingForAHangingRunExplainsItself() {
        try (FakeReleaseService konflux = managedWorld()) {
            konflux.pipelines().next(Phase.MANAGED, PipelineResult.hang());
            PendingRelease pending =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build());

            assertThatThrownBy(pending::await)
                    .isInstanceOf(UnsettledException.class)
                    .hasMessageContaining("team/build-1-00001")
                    .hasMessageContaining("a pipeline run hangs")
                    .hasMessageContaining("ManagedPipelineProcessed");
        }
    }

    @Test
    void missingSnapshotKeepsTheOperatorBusyForEver() {
        try (FakeReleaseService konflux = managedWorld()) {
            PendingRelease pending = konflux.release(Release.builder()
                    .namespace("team")
                    .name("lost")
                    .snapshot("gone")
                    .releasePlan("plan")
                    .build());

            assertThatThrownBy(pending::await)
                    .isInstanceOf(UnsettledException.class)
                    .hasMessageContaining("Snapshot.appstudio.redhat.com \"gone\" not found");
            assertThat(pending.now()).isInvalid("Snapshot.appstudio.redhat.com \"gone\" not found");
        }
    }

    @Test
    void passingFailureOfTheClusterOnlyDelays() {
        try (FakeReleaseService konflux = managedWorld()) {
            konflux.arm(Fault.once(Fault.Verb.CREATE, "PipelineRun", Fault.Failure.INTERNAL, "etcd"));

            Release done =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(done).isReleased();
            assertThat(konflux.reconciliations()).anyMatch(line -> line.endsWith("Internal error occurred: etcd"));
        }
    }

    @Test
    void deletedReleaseTakesItsRunAndRightsAlong() {
        try (FakeReleaseService konflux = managedWorld()) {
            Release running =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).now();

            konflux.delete(running);

            assertThat(konflux.find(running)).isEmpty();
            assertThat(konflux.resources().all(PipelineRun.class)).isEmpty();
            assertThat(konflux.resources().all(RoleBinding.class)).isEmpty();
        }
    }

    @Test
    void clusterRefusesWhatTheSchemaForbids() {
        try (FakeReleaseService konflux = FakeReleaseService.start()) {
            ReleasePlan neither =
                    ReleasePlan.builder().namespace("team").name("plan").build();

            assertThatThrownBy(() -> konflux.create(neither))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("exactly one of application or componentGroup must be specified");
        }
    }

    @Test
    void settledServiceHasCleanedUp() {
        try (FakeReleaseService konflux = managedWorld()) {
            konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            konflux.clock().settle();

            assertThat(konflux.resources().all(RoleBinding.class)).isEmpty();
            assertThat(konflux.resources().all(PipelineRun.class))
                    .singleElement()
                    .satisfies(run ->
                            assertThat(run.find("metadata", "finalizers")).isEmpty());
        }
    }

    @Test
    void timelineTellsTheStoryInVirtualTime() {
        try (FakeReleaseService konflux = managedWorld()) {
            Release done =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            List<String> lines = konflux.timeline(done).toText().lines().toList();
            assertThat(lines.get(0)).isEqualTo("Release team/build-1-00001 from 2030-01-01T00:00:00Z");
            assertThat(lines.get(lines.size() - 1)).matches(" {2}\\+5m0s +Released +Succeeded");
        }
    }
}
