package dev.konflux.release.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.runs.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final TaskResult PREPARED = TaskResult.success("collect-data")
            .during(Duration.ZERO, Duration.ofMinutes(1))
            .logging(List.of("3 documents merged"));

    private static final TaskResult REFUSED = TaskResult.failure("push", "no access to <quay>")
            .during(Duration.ofMinutes(1), Duration.ofMinutes(4))
            .logging(List.of("pushing web", "401 for <img src=x>"));

    private static Timeline failedStory() {
        try (FakeReleaseService konflux = FakeReleaseService.start(
                Worlds.plan().build(), Worlds.admission().build(), Worlds.policy())) {
            konflux.pipelines()
                    .next(
                            Phase.MANAGED,
                            PipelineResult.failAt("push", "no access").withTasks(List.of(PREPARED, REFUSED)));
            Release failed =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();
            return konflux.timeline(failed);
        }
    }

    @Test
    void textEndsWithWhatFailedTasksWrote() {
        assertThat(failedStory().toText().lines().toList())
                .endsWith(
                        "  in run managed/managed-00001: push Failed: no access to <quay>",
                        "    | pushing web",
                        "    | 401 for <img src=x>");
    }

    @Test
    void tasksRunWhereTheyStoodInTheRun() {
        RunStory run = failedStory().runs().get(0);

        assertThat(run.isFailed()).isTrue();
        assertThat(run.tasks()).extracting(TaskStory::name).containsExactly("collect-data", "push");
        assertThat(Duration.between(run.from(), run.tasks().get(1).from())).isEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.between(run.from(), run.tasks().get(1).to())).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void pageShowsTheFailureAndEscapesWhatTasksWrote() {
        String page = failedStory().toHtml();

        assertThat(page)
                .contains("<p>push Failed: no access to &lt;quay&gt;</p>")
                .contains("401 for &lt;img src=x&gt;")
                .contains("style=\"left:20.00%;width:60.00%\"")
                .doesNotContain("<img")
                .doesNotContain("<script");
    }

    @Test
    void pageOfAReleaseThatWasInvalidSaysWhy() {
        try (FakeReleaseService konflux =
                FakeReleaseService.start(Worlds.plan().build(), Worlds.policy(), Worlds.snapshot())) {
            Release failed =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(konflux.timeline(failed).toHtml())
                    .contains("<p>Failed: Release validation failed</p>")
                    .contains("<p>Failed: no ReleasePlanAdmission found in namespace (managed) with the origin (team)")
                    .doesNotContain("class=\"scale\"");
        }
    }

    @Test
    void pageNamesOnlyTheLastAttemptAsTheReason() {
        try (FakeReleaseService konflux = FakeReleaseService.start(
                Worlds.plan().build(), Worlds.admission().build(), Worlds.policy(), Worlds.retrying(1, """
                        {"oomKill": {"multiplier": "2"}}"""))) {
            konflux.pipelines()
                    .next(
                            Phase.MANAGED,
                            PipelineResult.outOfMemory("verify-conforma", "assert"),
                            PipelineResult.failAt("push", "no access"));
            Release failed =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(konflux.timeline(failed).toHtml())
                    .contains("<p>push Failed: no access</p>")
                    .contains("attempt 1, run managed/managed-00001: Failed, +0s to +5m0s")
                    .contains("attempt 2, run managed/managed-00002: Failed, +5m0s to +10m0s")
                    .doesNotContain("<p>verify-conforma Failed");
        }
    }

    @Test
    void pageOfAReleaseThatSucceededNamesNoReason() {
        try (FakeReleaseService konflux = FakeReleaseService.start(
                Worlds.plan().build(), Worlds.admission().build(), Worlds.policy())) {
            Release done =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThat(konflux.timeline(done).toHtml())
                    .contains("Release team/build-1-00001 <span class=\"pill good\">Succeeded</span>")
                    .doesNotContain("class=\"why\"");
        }
    }

    @Test
    void failedExpectationTellsTheStory() {
        try (FakeReleaseService konflux = FakeReleaseService.start(
                Worlds.plan().build(), Worlds.admission().build(), Worlds.policy())) {
            konflux.pipelines().next(Phase.MANAGED, PipelineResult.failAt("push", "no access"));
            Release failed =
                    konflux.release(Worlds.snapshot(), Worlds.plan().build()).await();

            assertThatThrownBy(() -> ReleaseAssert.assertThat(konflux, failed).isReleased())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "expected Released to be Succeeded, it is Failed\nRelease team/build-1-00001")
                    .hasMessageContaining("push Failed: no access");
        }
    }
}
