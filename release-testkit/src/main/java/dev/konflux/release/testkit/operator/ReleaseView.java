package dev.konflux.release.testkit.operator;

import dev.konflux.release.model.Release;
import dev.konflux.release.testkit.runs.PodLogs;
import dev.konflux.release.testkit.runs.RunBlueprints;
import dev.konflux.release.testkit.runs.ServiceSettings;
import java.time.Instant;

/** What an operation on a release may look at. */
record ReleaseView(
        ReleaseState state,
        ClusterView cluster,
        Instant now,
        OperatorSettings settings,
        ServiceSettings service,
        RunBlueprints blueprints,
        PodLogs logs) {

    Release release() {
        return state.release();
    }

    ReleaseView with(ReleaseState changed) {
        return new ReleaseView(changed, cluster, now, settings, service, blueprints, logs);
    }

    ReleaseView with(ServiceSettings loaded, RunBlueprints drawn) {
        return new ReleaseView(state, cluster, now, settings, loaded, drawn, logs);
    }
}
