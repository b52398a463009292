package dev.konflux.release.testkit;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What Tekton writes to the cluster about its runs. */
final class RunReports {

    private static final String USER = "system:serviceaccount:tekton-pipelines:tekton-pipelines-controller";

    private final ObjectStore store;
    private final ObjectApi cluster;
    private final TaskLogs logs;

    RunReports(ObjectStore store, TaskLogs logs) {
        this.store = store;
        this.cluster = store.as(USER);
        this.logs = logs;
    }

    void started(ObjectKey run, Instant at) {
        report(run, DataObject.of("startTime", Data.of(time(at)), "conditions", running(0)));
    }

    /** The tasks that ended so far, while others go on. */
    void running(ObjectKey run, List<Data> tasks) {
        report(run, DataObject.of("conditions", running(tasks.size()), "childReferences", DataArray.of(tasks)));
    }

    private static DataArray running(int tasks) {
        return DataArray.of(condition("Unknown", "Running", "Tasks Completed: " + tasks));
    }

    /** The end of a run that is still there. */
    void finished(ObjectKey run, Instant startedAt, List<Data> tasks, PipelineResult result) {
        DataObject.Builder status = DataObject.builder()
                .put("startTime", time(startedAt))
                .put("completionTime", time(store.now()))
                .put(
                        "conditions",
                        DataArray.of(
                                condition(result.isSuccess() ? "True" : "False", result.reason(), result.message())));
        if (!tasks.isEmpty()) {
            status.put("childReferences", DataArray.of(tasks));
        }
        if (!result.results().isEmpty()) {
            status.put("results", results(result));
        }
        report(run, status.build());
    }

    /** What the tasks of a run write to the status of its release, if that is still there. */
    void release(ObjectKey release, DataObject status) {
        if (!status.isEmpty() && store.find(release).isPresent()) {
            report(release, status);
        }
    }

    /** Tekton Chains signs what ran. This is the change of a finished run that lets the operator clean up after the last one. */
    void signed(ObjectKey run) {
        if (store.find(run).isPresent()) {
            DataObject signed = DataObject.of("chains.tekton.dev/signed", Data.of("true"));
            cluster.patch(run, DataObject.of("metadata", DataObject.of("annotations", signed)));
        }
    }

    private void report(ObjectKey key, DataObject status) {
        cluster.patchStatus(key, DataObject.of("status", status));
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

    /** Creates the TaskRun of a task that ended, and answers with the reference to it. */
    Data task(ObjectKey run, TaskResult task, Instant startedAt) {
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
        Instant to = task.span().map(TaskResult.Span::to).map(startedAt::plus).orElseGet(store::now);
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
