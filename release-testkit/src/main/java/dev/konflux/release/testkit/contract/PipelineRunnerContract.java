package dev.konflux.release.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.FakeReleaseService;
import dev.konflux.release.testkit.PipelineResult;
import dev.konflux.release.testkit.PipelineRunner;
import dev.konflux.release.testkit.Samples;
import dev.konflux.release.testkit.TaskResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PipelineRunner} must keep: it decides how each run goes, times are never negative, tasks lie within their run, and a run
 * succeeds only when its tasks do.
 */
public abstract class PipelineRunnerContract {

    /** A new runner. */
    protected abstract PipelineRunner runner();

    /** The resources that are released; {@link Samples} unless the runner needs others. */
    protected Samples samples() {
        return Samples.of(1);
    }

    private List<PipelineResult> results() {
        List<PipelineResult> seen = new ArrayList<>();
        PipelineRunner watched = runner();
        PipelineRunner recording = request -> {
            PipelineResult result = watched.run(request);
            seen.add(result);
            return result;
        };
        try (FakeReleaseService konflux =
                FakeReleaseService.builder().runner(recording).start(samples().resources())) {
            Release release = konflux.create(samples().release());
            konflux.clock().advance(Duration.ofDays(1));
            assertTrue(konflux.find(release).isPresent(), "the release is gone after a day");
        }
        return seen;
    }

    @Test
    void runnerIsAskedForTheManagedRun() {
        assertFalse(results().isEmpty(), "the runner was not asked");
    }

    @Test
    void runsTakeNoNegativeTime() {
        results()
                .forEach(result ->
                        result.duration().ifPresent(time -> assertFalse(time.isNegative(), "a run takes " + time)));
    }

    @Test
    void tasksLieWithinTheirRun() {
        for (PipelineResult result : results()) {
            for (TaskResult task : result.tasks()) {
                task.span().ifPresent(span -> {
                    assertFalse(span.from().isNegative(), task.name() + " starts before its run");
                    assertFalse(span.to().compareTo(span.from()) < 0, task.name() + " ends before it starts");
                    result.duration()
                            .ifPresent(time ->
                                    assertTrue(span.to().compareTo(time) <= 0, task.name() + " ends after its run"));
                });
            }
        }
    }

    @Test
    void runSucceedsOnlyWhenItsTasksDo() {
        for (PipelineResult result : results()) {
            boolean allWell = result.tasks().stream().allMatch(TaskResult::succeeded);
            assertTrue(allWell || !result.isSuccess(), "a run with a failed task succeeds");
        }
    }

    @Test
    void sameWorldGivesTheSameRuns() {
        assertEquals(ends(results()), ends(results()), "two runs of the same release differ");
    }

    private static List<String> ends(List<PipelineResult> results) {
        return results.stream()
                .map(result -> result.reason() + " " + result.duration() + " "
                        + result.tasks().stream().map(TaskResult::name).toList())
                .toList();
    }
}
