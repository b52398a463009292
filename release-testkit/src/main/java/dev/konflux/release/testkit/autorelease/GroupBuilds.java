package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.GroupMember;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Snapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The builds of a group of pull requests; of each component only the latest counts. */
final class GroupBuilds {

    private GroupBuilds() {}

    /**
     * How far the builds have come.
     *
     * @param areReady whether each has led to a Snapshot
     * @param findReason why they are not, where that is said
     */
    record State(boolean areReady, Optional<String> findReason) {

        private static State unready(String reason) {
            return new State(false, Optional.of(reason));
        }
    }

    static State of(PullRequestGroup group, SnapshotRound round) {
        List<PipelineRun> runs = runs(group, round);
        for (PipelineRun run : runs) {
            if (isLatest(run, runs)) {
                State state = of(run, group, round.snapshot());
                if (!state.areReady()) {
                    return state;
                }
            }
        }
        return new State(true, Optional.empty());
    }

    private static State of(PipelineRun run, PullRequestGroup group, Snapshot snapshot) {
        String subject = "The build pipelineRun " + run.reference() + " with pr group " + group.name();
        Optional<Condition> outcome =
                run.succeeded().filter(condition -> !condition.status().equals("Unknown"));
        if (outcome.isEmpty()) {
            return State.unready(subject + " is still running, won't create group snapshot");
        }
        if (!outcome.get().isTrue()) {
            return State.unready(subject + " failed, won't create group snapshot");
        }
        boolean hasSnapshot = run.findAnnotation(BuildRuns.SNAPSHOT).isPresent()
                || snapshot.findLabel(BuildRuns.RUN).filter(run.name()::equals).isPresent();
        return new State(hasSnapshot, Optional.empty());
    }

    private static List<PipelineRun> runs(PullRequestGroup group, SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        Map<String, String> labels = new HashMap<>();
        labels.put(PullRequestGroup.HASH, group.hash());
        labels.put(MetadataKeys.PIPELINE_TYPE, BuildRuns.TYPE);
        if (snapshot.componentGroup().isEmpty()) {
            labels.put(MetadataKeys.APPLICATION, snapshot.application());
            return round.view().runs(snapshot.namespace(), labels);
        }
        ComponentGroup owner = round.view().group(snapshot.namespace(), snapshot.componentGroup());
        List<String> members =
                owner.components().stream().map(GroupMember::name).toList();
        return round.view().runs(snapshot.namespace(), labels).stream()
                .filter(run -> run.findLabel(MetadataKeys.COMPONENT)
                        .filter(members::contains)
                        .isPresent())
                .toList();
    }

    /** Whether no other run of its component was created later. */
    static boolean isLatest(PipelineRun run, List<PipelineRun> runs) {
        String component = run.findLabel(MetadataKeys.COMPONENT).orElse("");
        return runs.stream()
                .filter(other ->
                        other.findLabel(MetadataKeys.COMPONENT).orElse("").equals(component))
                .noneMatch(other -> created(other).isAfter(created(run)));
    }

    private static Instant created(PipelineRun run) {
        return run.creationTimestamp().orElse(Instant.EPOCH);
    }
}
