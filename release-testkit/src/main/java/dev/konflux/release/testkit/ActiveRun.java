package dev.konflux.release.testkit;

import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run from its start to its end: its tasks end one after the other, unless its limit, a cancellation or its deletion comes first. */
final class ActiveRun {

    private static final Duration UNTIL_SIGNED = Duration.ofSeconds(10);

    private final ObjectKey key;
    private final Optional<ObjectKey> release;
    private final Optional<Duration> limit;
    private final PipelineProgress progress;
    private final RunReports reports;
    private final Engine engine;
    private final Instant startedAt;
    private final List<TaskResult> ended = new ArrayList<>();
    private final List<Data> children = new ArrayList<>();
    private boolean over;

    ActiveRun(
            ObjectKey key,
            PipelineRun run,
            Optional<ObjectKey> release,
            PipelineProgress progress,
            RunReports reports,
            Engine engine) {
        this.key = key;
        this.release = release;
        this.limit = run.timeouts().pipeline().filter(time -> !time.isZero());
        this.progress = progress;
        this.reports = reports;
        this.engine = engine;
        this.startedAt = engine.instant();
    }

    boolean isOver() {
        return over;
    }

    void start() {
        reports.started(key, startedAt);
        proceed();
    }

    private void proceed() {
        Optional<Duration> nextEnd = progress.nextEnd();
        if (nextEnd.isPresent()) {
            after(nextEnd.get(), this::endTask);
        } else {
            PipelineResult end = progress.end();
            end.duration().ifPresent(time -> after(time, () -> finish(end)));
        }
    }

    /** A run that takes longer than its limit is ended by Tekton. */
    private void after(Duration time, Runnable step) {
        boolean tooLong = limit.filter(most -> time.compareTo(most) > 0).isPresent();
        Duration due = tooLong ? limit.orElse(time) : time;
        Runnable next = tooLong ? () -> finish(PipelineResult.timeOutAfter(due)) : step;
        engine.at(startedAt.plus(due), () -> {
            if (!over) {
                next.run();
            }
        });
    }

    private void endTask() {
        TaskResult task = progress.endTask();
        ended.add(task);
        children.add(reports.task(key, task, startedAt));
        reports.running(key, children);
        proceed();
    }

    private void finish(PipelineResult result) {
        over = true;
        release.ifPresent(owner -> reports.release(owner, result.releaseStatus()));
        List<TaskResult> left = new ArrayList<>(result.tasks());
        ended.forEach(left::remove);
        left.forEach(task -> children.add(reports.task(key, task, startedAt)));
        reports.finished(key, startedAt, children, result);
        engine.at(engine.instant().plus(UNTIL_SIGNED), () -> reports.signed(key));
    }

    /** Ends the run before its time; a task that is at work leaves no trace. */
    void cancel() {
        if (!over) {
            finish(PipelineResult.cancelled(key.name()));
        }
    }

    /** The run is gone, so there is nothing more to report. */
    void stop() {
        over = true;
    }
}
