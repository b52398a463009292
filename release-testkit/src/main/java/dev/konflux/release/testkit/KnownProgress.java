package dev.konflux.release.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;

/** A run of which everything is known beforehand. */
final class KnownProgress implements PipelineProgress {

    private final PipelineResult result;
    private final Queue<TaskResult> left = new ArrayDeque<>();

    KnownProgress(PipelineResult result) {
        this.result = result;
        result.tasks().stream()
                .filter(task -> end(task).isPresent() && endsBefore(task, result.duration()))
                .sorted(Comparator.comparing(task -> end(task).orElse(Duration.ZERO)))
                .forEach(left::add);
    }

    private static Optional<Duration> end(TaskResult task) {
        return task.span().map(TaskResult.Span::to);
    }

    private static boolean endsBefore(TaskResult task, Optional<Duration> run) {
        return run.isEmpty()
                || end(task).filter(to -> to.compareTo(run.get()) < 0).isPresent();
    }

    @Override
    public Optional<Duration> nextEnd() {
        return Optional.ofNullable(left.peek()).flatMap(KnownProgress::end);
    }

    @Override
    public TaskResult endTask() {
        return left.remove();
    }

    @Override
    public PipelineResult end() {
        return result;
    }
}
