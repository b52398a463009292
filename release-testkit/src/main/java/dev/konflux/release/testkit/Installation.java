package dev.konflux.release.testkit;

import dev.konflux.release.testkit.autorelease.IntegrationService;
import dev.konflux.release.testkit.operator.Operator;
import dev.konflux.release.testkit.runs.PodLogs;
import dev.konflux.release.testkit.runs.TektonAdmission;
import dev.konflux.release.testkit.store.AdmissionChain;
import dev.konflux.release.testkit.store.ClusterAdmission;
import dev.konflux.release.testkit.store.NameSource;
import dev.konflux.release.testkit.store.ObjectStore;

/**
 * What stands on a cluster of a fake service, each part watching the store. The order in which they began to watch is the order in which they
 * hear of a change.
 */
record Installation(
        Engine engine,
        ObjectStore store,
        Operator operator,
        TimelineRecorder timelines,
        SnapshotRecorder snapshots,
        PipelineScript pipelines,
        NamedScript builds,
        NamedScript tests) {

    static Installation of(FakeReleaseServiceBuilder builder) {
        Engine engine = new Engine(builder.start);
        ObjectStore store = new ObjectStore(
                engine, NameSource.counting(), ClusterAdmission.full().then(new TektonAdmission()));
        TaskLogs logs = new TaskLogs();
        Installation installation = new Installation(
                engine,
                store,
                operator(builder, engine, store),
                new TimelineRecorder(engine, logs, builder.mostStories),
                new SnapshotRecorder(engine),
                builder.runner.map(PipelineScript::over).orElseGet(PipelineScript::succeeding),
                new NamedScript(),
                new NamedScript());
        installation.begin(builder, logs);
        return installation;
    }

    /** An operator that is left out watches a store where nothing ever happens. */
    private static Operator operator(FakeReleaseServiceBuilder builder, Engine engine, ObjectStore store) {
        ObjectStore operated =
                builder.isOperated ? store : new ObjectStore(engine, NameSource.counting(), AdmissionChain.open());
        return Operator.watching(operated, engine, builder.settings, builder.remotes.apply(engine), PodLogs.none());
    }

    private void begin(FakeReleaseServiceBuilder builder, TaskLogs logs) {
        engine.drive(operator);
        store.watch(timelines::watch);
        builder.pullRequests.ifPresent(provider -> {
            store.watch(snapshots::watch);
            IntegrationService.watch(store, engine::at, provider);
        });
        store.watch(new Tekton(store, engine, pipelines, new OtherPipelines(builds, tests), logs)::watch);
    }
}
