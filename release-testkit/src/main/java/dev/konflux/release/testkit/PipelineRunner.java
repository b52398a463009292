package dev.konflux.release.testkit;

import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.runs.Phase;
import dev.konflux.release.testkit.store.ObjectReader;
import java.time.Instant;

/** Runs pipelines in the place of Tekton: says how a run goes. */
@FunctionalInterface
public interface PipelineRunner {

    /** How this run goes. Nothing of it happens before its time. */
    PipelineResult run(Request request);

    /** Begins this run. Asked once, when the run starts; a runner whose tasks do real work does it task by task. */
    default PipelineProgress begin(Request request) {
        return PipelineProgress.of(run(request));
    }

    /**
     * A run that starts.
     *
     * @param release the release it belongs to, as it is now
     * @param cluster everything the run could look up; of the secrets those of its own namespace, and those a role elsewhere grants its
     *     service account by name
     */
    record Request(PipelineRun run, Phase phase, Release release, ObjectReader cluster, Instant startedAt) {}
}
