package dev.konflux.release.testkit.pipelines;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.TaskRun;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.testkit.FakeReleaseService;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two minutes into a run whose policy check and push are still to come. */
class RunUnderWayTest {

    private static final String TARGET = "quay.io/shop/web:1.4";

    private final WorldInMemory world = ShopWorld.world();
    private final FakeReleaseService konflux = FakeReleaseService.builder()
            .runner(BuiltInPipelines.in(world))
            .start(ShopWorld.cluster("push-to-external-registry", """
                    {"mapping": {"components": [
                      {"name": "web", "repositories": [{"url": "quay.io/shop/web", "tags": ["1.4"]}]}]}}"""));
    private Release release = Release.builder().build();

    @BeforeEach
    void startRun() {
        ReleasePlan plan = konflux.resources().all(ReleasePlan.class).get(0);
        release = konflux.release(ShopWorld.build(world, "1.4.0", "SUCCESS"), plan)
                .now();
        konflux.clock().advance(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        konflux.close();
    }

    private PipelineRun run() {
        return konflux.resources().all(PipelineRun.class).get(0);
    }

    @Test
    void runTellsHowManyTasksEnded() {
        assertThat(konflux.resources().all(TaskRun.class).stream()
                        .map(task -> task.pipelineTask().orElse("")))
                .containsExactlyInAnyOrder("verify-access-to-resources", "collect-data");
        assertThat(run().succeeded().map(Condition::message)).contains("Tasks Completed: 2");
        assertThat(run().completionTime()).isEmpty();
        assertThat(world.findDigest(TARGET)).isEmpty();
    }

    @Test
    void deletedReleaseIsNeverPushed() {
        konflux.delete(release);
        konflux.clock().settle();

        assertThat(konflux.resources().all(PipelineRun.class)).isEmpty();
        assertThat(world.findDigest(TARGET)).isEmpty();
    }

    @Test
    void cancelledRunFailsTheReleaseAndPushesNothing() {
        konflux.update(PipelineRun.of(run().document().withPath(Data.of("Cancelled"), "spec", "status")));
        konflux.clock().settle();

        assertThat(konflux, release).isFailed("Release processing failed on managed pipelineRun");
        assertThat(run().succeeded().map(Condition::message))
                .contains("PipelineRun \"" + run().name() + "\" was cancelled");
        assertThat(world.findDigest(TARGET)).isEmpty();
    }

    @Test
    void runThatIsLeftAloneEndsWithItsPush() {
        konflux.clock().settle();

        assertThat(konflux, release).isReleased();
        assertThat(world.findDigest(TARGET)).isPresent();
    }
}
