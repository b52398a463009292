package dev.konflux.release.testkit.pipelines;

import static dev.konflux.release.testkit.ReleaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.TaskResult;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final Instant MONDAY = Instant.parse("2030-01-07T09:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final Catalog catalog = new Catalog("https://example.com/catalog.git", MONDAY);

    @Test
    void changeReachesStagingWithTheNextPromotionAndProductionAWeekLater() {
        String change = catalog.commit(MONDAY.plusSeconds(1), "Push faster");

        assertThat(catalog.head("development", MONDAY.plusSeconds(1))).contains(change);
        assertThat(catalog.head("staging", MONDAY.plus(WEEK).minusSeconds(1)))
                .isNotEqualTo(catalog.head("development", MONDAY.plus(WEEK)));
        assertThat(catalog.head("staging", MONDAY.plus(WEEK))).contains(change);
        assertThat(catalog.head("production", MONDAY.plus(WEEK.multipliedBy(2)).minusSeconds(1)))
                .isEqualTo(catalog.head("production", MONDAY.minus(WEEK)));
        assertThat(catalog.head("production", MONDAY.plus(WEEK.multipliedBy(2))))
                .contains(change);
    }

    @Test
    void otherBranchesDoNotExist() {
        assertThat(catalog.head("main", MONDAY)).isEmpty();
    }

    @Test
    void brokenChangeFailsReleasesOnlyWhenItIsInTheirBranch() {
        WorldInMemory world = ShopWorld.world();
        try (FakeReleaseService konflux = FakeReleaseService.builder()
                .at(MONDAY)
                .remotes(catalog::remotes)
                .runner(BuiltInPipelines.in(world).from(catalog))
                .start(ShopWorld.cluster())) {
            ReleasePlan plan = konflux.resources().all(ReleasePlan.class).get(0);
            catalog.commit(MONDAY, "Push faster", TaskResult.failure("push-snapshot", "no such option"));

            konflux.clock().advanceTo(MONDAY.plus(WEEK).minus(Duration.ofDays(1)));
            Release before = konflux.release(ShopWorld.build(world, "1.4.0", "SUCCESS"), plan)
                    .await();
            konflux.clock().advanceTo(MONDAY.plus(WEEK));
            Release after = konflux.release(ShopWorld.build(world, "1.4.1", "SUCCESS"), plan)
                    .await();

            assertThat(konflux, before).isReleased();
            assertThat(konflux, after).isFailed("Release processing failed on managed pipelineRun");
        }
    }
}
