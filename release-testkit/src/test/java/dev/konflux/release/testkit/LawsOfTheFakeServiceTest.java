package dev.konflux.release.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.runs.Phase;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LawsOfTheFakeServiceTest {

    /** How the runs of one phase go. */
    record Act(Phase phase, PipelineResult result) {
        @Override
        public String toString() {
            return phase + " " + result.reason();
        }
    }

    @Provide
    Arbitrary<List<Act>> plays() {
        Arbitrary<PipelineResult> results = Combinators.combine(
                        Arbitraries.of(
                                PipelineResult.succeed(),
                                PipelineResult.failAt("push", "no access"),
                                PipelineResult.outOfMemory("push", "work"),
                                PipelineResult.timeOutAfter(Duration.ofMinutes(30))),
                        Arbitraries.integers().between(1, 50))
                .as((result, minutes) -> result.taking(Duration.ofMinutes(minutes)));
        return Combinators.combine(Arbitraries.of(Phase.class), results)
                .as(Act::new)
                .list()
                .ofMaxSize(6);
    }

    private static FakeReleaseService stage(List<Act> play) {
        FakeReleaseService konflux = FakeReleaseService.start(
                Worlds.retrying(2, "{\"oomKill\": {\"multiplier\": \"2\"}}"),
                Worlds.plan()
                        .tenantPipeline(Worlds.pipeline())
                        .finalPipeline(Worlds.pipeline())
                        .build(),
                Worlds.admission().build(),
                Worlds.policy());
        play.forEach(act -> konflux.pipelines().next(act.phase(), act.result()));
        return konflux;
    }

    private static String story(List<Act> play) {
        try (FakeReleaseService konflux = stage(play)) {
            Release done =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();
            konflux.clock().settle();
            return konflux.timeline(done).toText() + String.join("\n", konflux.reconciliations());
        }
    }

    @Property(tries = 50)
    void sameScriptTellsTheSameStory(@ForAll("plays") List<Act> play) {
        assertThat(story(play)).isEqualTo(story(play));
    }

    @Property(tries = 50)
    void releaseThatIsOverStaysAsItIs(@ForAll("plays") List<Act> play) {
        try (FakeReleaseService konflux = stage(play)) {
            Release done =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();
            konflux.clock().settle();
            konflux.restart();
            konflux.clock().settle();

            assertThat(konflux.find(done)).map(Release::status).contains(done.status());
        }
    }

    @Property(tries = 50)
    void everyRunIsLetGoInTheEnd(@ForAll("plays") List<Act> play) {
        try (FakeReleaseService konflux = stage(play)) {
            konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();
            konflux.clock().settle();

            assertThat(konflux.resources().all(PipelineRun.class))
                    .allSatisfy(run -> assertThat(run.document().items("metadata", "finalizers"))
                            .isEmpty());
        }
    }
}
