package dev.konflux.release.testkit;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the runs that are created, asks how they go, and reports their end when its time has come. */
final class Tekton {

    /** Says how runs go that are no release's; those it knows nothing about stay as they are. */
    @FunctionalInterface
    interface OtherRuns {
        Optional<PipelineResult> result(PipelineRun run);
    }

    private static final String USER = "system:serviceaccount:tekton-pipelines:tekton-pipelines-controller";
    private static final Duration UNTIL_SIGNED = Duration.ofSeconds(10);

    private final ObjectStore store;
    private final ObjectApi cluster;
    private final Engine engine;
    private final PipelineRunner runner;
    private final OtherRuns others;
    private final TaskLogs logs;

    Tekton(ObjectStore store, Engine engine, PipelineRunner runner, OtherRuns others, TaskLogs logs) {
        this.store = store;
        this.cluster = store.as(USER);
        this.engine = engine;
        this.runner = runner;
        this.others = others;
        this.logs = logs;
    }

    void watch(WatchEvent event) {
        if (event.type() == WatchEvent.Type.ADDED && event.kind().equals("PipelineRun")) {
            ObjectKey key = ObjectKey.of(event.object());
            engine.at(engine.instant(), () -> store.find(key).ifPresent(run -> start(key, PipelineRun.of(run))));
        }
    }

    private void start(ObjectKey key, PipelineRun run) {
        Optional<Phase> phase = run.pipelineType().flatMap(Phase::ofRunType);
        Optional<Release> release = run.findLabel(MetadataKeys.RELEASE_NAMESPACE)
                .map(namespace -> new ObjectKey(
                        "Release",
                        namespace,
                        run.findLabel(MetadataKeys.RELEASE_NAME).orElse("")))
                .flatMap(store::find)
                .map(Release::of);
        Instant now = engine.instant();
        Optional<PipelineResult> wanted = phase.isEmpty()
                ? others.result(run)
                : release.map(owner ->
                        runner.run(new PipelineRunner.Request(run, phase.get(), owner, new RunView(store, run), now)));
        wanted.ifPresent(result -> play(key, run, release.map(owner -> ObjectKey.of(owner.document())), result));
    }

    private void play(ObjectKey key, PipelineRun run, Optional<ObjectKey> release, PipelineResult wanted) {
        Instant now = engine.instant();
        report(key, started(now));
        PipelineResult result = limited(wanted, run);
        result.duration().ifPresent(time -> engine.at(now.plus(time), () -> finish(key, release, now, result)));
    }

    /** A run that takes longer than its limit is ended by Tekton. */
    private static PipelineResult limited(PipelineResult wanted, PipelineRun run) {
        return run.timeouts()
                .pipeline()
                .filter(limit -> !limit.isZero())
                .filter(limit -> wanted.duration()
                        .filter(time -> time.compareTo(limit) > 0)
                        .isPresent())
                .map(PipelineResult::timeOutAfter)
                .orElse(wanted);
    }

    private void finish(ObjectKey key, Optional<ObjectKey> release, Instant startedAt, PipelineResult result) {
        if (store.find(key).isEmpty()) {
            return;
        }
        if (!result.releaseStatus().isEmpty()) {
            release.filter(owner -> store.find(owner).isPresent())
                    .ifPresent(owner -> cluster.patchStatus(owner, DataObject.of("status", result.releaseStatus())));
        }
        List<Data> children = new ArrayList<>();
        result.tasks().forEach(task -> children.add(taskRun(key, task, startedAt)));
        DataObject.Builder status = DataObject.builder()
                .put("startTime", time(startedAt))
                .put("completionTime", time(engine.instant()))
                .put(
                        "conditions",
                        DataArray.of(
                                condition(result.isSuccess() ? "True" : "False", result.reason(), result.message())));
        if (!children.isEmpty()) {
            status.put("childReferences", DataArray.of(children));
        }
        if (!result.results().isEmpty()) {
            status.put("results", results(result));
        }
        report(key, status.build());
        engine.at(engine.instant().plus(UNTIL_SIGNED), () -> sign(key));
    }

    /** Tekton Chains signs what ran. This is the change of a finished run that lets the operator clean up after the last one. */
    private void sign(ObjectKey key) {
        if (store.find(key).isPresent()) {
            DataObject signed = DataObject.of("chains.tekton.dev/signed", Data.of("true"));
            cluster.patch(key, DataObject.of("metadata", DataObject.of("annotations", signed)));
        }
    }

    private void report(ObjectKey key, DataObject status) {
        cluster.patchStatus(key, DataObject.of("status", status));
    }

    private static DataObject started(Instant now) {
        return DataObject.of(
                "startTime",
                Data.of(time(now)),
                "conditions",
                DataArray.of(condition("Unknown", "Running", "Tasks Completed: 0")));
    }

    private static DataObject condition(String status, String reason, String message) {
        return DataObject.builder()
                .put("type", "Succeeded")
                .put("status", status)
                .put("reason", reason)
                .put("message", message)
                .build();
    }

    private static DataArray results(PipelineResult result) {
        List<Data> entries = new ArrayList<>();
        result.results()
                .forEach((name, value) -> entries.add(DataObject.of("name", Data.of(name), "value", Data.of(value))));
        return DataArray.of(entries);
    }

    private Data taskRun(ObjectKey run, TaskResult task, Instant startedAt) {
        String name = run.name() + "-" + task.name();
        DataObject labels = DataObject.of(
                "tekton.dev/pipelineRun", Data.of(run.name()), "tekton.dev/pipelineTask", Data.of(task.name()));
        DataObject metadata = DataObject.builder()
                .put("name", name)
                .put("namespace", run.namespace())
                .put("labels", labels)
                .build();
        cluster.create(DataObject.builder()
                .put("apiVersion", "tekton.dev/v1")
                .put("kind", "TaskRun")
                .put("metadata", metadata)
                .put("spec", DataObject.empty())
                .build());
        ObjectKey key = new ObjectKey("TaskRun", run.namespace(), name);
        logs.write(key, task.log());
        report(key, status(task, startedAt));
        return DataObject.builder()
                .put("kind", "TaskRun")
                .put("name", name)
                .put("pipelineTaskName", task.name())
                .build();
    }

    private DataObject status(TaskResult task, Instant startedAt) {
        Instant from =
                task.span().map(TaskResult.Span::from).map(startedAt::plus).orElse(startedAt);
        Instant to = task.span().map(TaskResult.Span::to).map(startedAt::plus).orElseGet(engine::instant);
        DataObject.Builder status = DataObject.builder()
                .put("startTime", time(from))
                .put("completionTime", time(to))
                .put(
                        "conditions",
                        DataArray.of(condition(task.succeeded() ? "True" : "False", task.reason(), task.message())));
        task.step().ifPresent(step -> status.put("steps", DataArray.of(step(step))));
        return status.build();
    }

    private static DataObject step(TaskResult.Step step) {
        DataObject end = DataObject.builder()
                .put("exitCode", step.exitCode())
                .put("reason", step.reason())
                .build();
        return DataObject.of("name", Data.of(step.name()), "terminated", end);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
