package dev.konflux.release.testkit;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.WatchEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts the runs that are created, asks how they go, and stops those that are cancelled. */
final class Tekton {

    /** Says how runs go that are no release's; those it knows nothing about stay as they are. */
    @FunctionalInterface
    interface OtherRuns {
        Optional<PipelineResult> result(PipelineRun run);
    }

    private static final Set<String> CANCELLATIONS = Set.of("Cancelled", "CancelledRunFinally", "StoppedRunFinally");

    private final ObjectStore store;
    private final Engine engine;
    private final PipelineRunner runner;
    private final OtherRuns others;
    private final RunReports reports;
    private final Map<ObjectKey, ActiveRun> active = new HashMap<>();

    Tekton(ObjectStore store, Engine engine, PipelineRunner runner, OtherRuns others, TaskLogs logs) {
        this.store = store;
        this.engine = engine;
        this.runner = runner;
        this.others = others;
        this.reports = new RunReports(store, logs);
    }

    void watch(WatchEvent event) {
        if (!event.kind().equals("PipelineRun")) {
            return;
        }
        ObjectKey key = ObjectKey.of(event.object());
        switch (event.type()) {
            case ADDED ->
                engine.at(engine.instant(), () -> store.find(key).ifPresent(run -> start(key, PipelineRun.of(run))));
            case MODIFIED -> changed(key, event.object());
            case DELETED -> deleted(key);
        }
    }

    private void start(ObjectKey key, PipelineRun run) {
        Optional<Release> release = run.findLabel(MetadataKeys.RELEASE_NAMESPACE)
                .map(namespace -> new ObjectKey(
                        "Release",
                        namespace,
                        run.findLabel(MetadataKeys.RELEASE_NAME).orElse("")))
                .flatMap(store::find)
                .map(Release::of);
        progress(run, release).ifPresent(progress -> {
            Optional<ObjectKey> owner = release.map(found -> ObjectKey.of(found.document()));
            ActiveRun begun = new ActiveRun(key, run, owner, progress, reports, engine);
            active.put(key, begun);
            begun.start();
        });
    }

    private Optional<PipelineProgress> progress(PipelineRun run, Optional<Release> release) {
        Optional<Phase> phase = run.pipelineType().flatMap(Phase::ofRunType);
        return phase.isEmpty()
                ? others.result(run).map(PipelineProgress::of)
                : release.map(owner -> runner.begin(new PipelineRunner.Request(
                        run, phase.get(), owner, new RunView(store, run), engine.instant())));
    }

    private void changed(ObjectKey key, DataObject document) {
        ActiveRun run = active.get(key);
        if (run == null) {
            return;
        }
        if (run.isOver()) {
            active.remove(key);
        } else if (document.findText("spec", "status")
                .filter(CANCELLATIONS::contains)
                .isPresent()) {
            engine.at(engine.instant(), run::cancel);
        }
    }

    private void deleted(ObjectKey key) {
        ActiveRun run = active.remove(key);
        if (run != null) {
            run.stop();
        }
    }
}
