package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.Supersession;
import dev.konflux.release.testkit.store.MergePatch;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service does about the builds of pull requests besides making Snapshots: it finds their group, tells it how they go, and ends the
 * tests of what they build anew.
 */
final class PullRequestBuilds {

    private static final String PIPELINES_AS_CODE = "pipelinesascode.tekton.dev/";
    private static final String PULL_REQUEST = PIPELINES_AS_CODE + "pull-request";
    private static final String SOURCE_BRANCH = PIPELINES_AS_CODE + "source-branch";
    private static final String REF_PREFIX = "refs/heads/";
    private static final String MERGE_QUEUE = "gh-readonly-queue/";

    private final ObjectApi cluster;
    private final IntegrationView view;

    PullRequestBuilds(ObjectApi cluster) {
        this.cluster = cluster;
        this.view = new IntegrationView(cluster);
    }

    /** Whether the service takes the build for one of a push, and its Snapshot for one to be promoted. */
    static boolean isPush(PipelineRun run) {
        String branch = run.findAnnotation(SOURCE_BRANCH).orElse("");
        String bare = branch.startsWith(REF_PREFIX) ? branch.substring(REF_PREFIX.length()) : branch;
        if (bare.startsWith(MERGE_QUEUE)) {
            return false;
        }
        String event = run.findLabel(PIPELINES_AS_CODE + "event-type").orElse("");
        return run.findLabel(PULL_REQUEST).isEmpty() || event.equals("push") || event.equals("Push");
    }

    /** A build has begun: it is marked with its group, which waits for it, and earlier Snapshots of the pull request are out of date. */
    void begun(PipelineRun run, Instant now) {
        if (isPush(run)) {
            return;
        }
        Optional<PullRequestGroup> group =
                run.findAnnotation(SOURCE_BRANCH).map(branch -> PullRequestGroup.ofBuild(run, branch));
        if (group.isPresent() && !group.get().name().isEmpty()) {
            PipelineRun marked = marked(run, group.get());
            tell(
                    marked,
                    group.get(),
                    "a new build PLR " + run.name() + " is running for component " + component(run) + ", "
                            + GroupSnapshot.NOT_THE_LAST_WORD + " "
                            + group.get().name());
        }
        outdate(run, now);
    }

    private PipelineRun marked(PipelineRun run, PullRequestGroup group) {
        DataObject metadata = DataObject.of(
                "labels", DataObject.of(PullRequestGroup.HASH, Data.of(group.hash())),
                "annotations", DataObject.of(PullRequestGroup.NAME, Data.of(group.name())));
        return PipelineRun.of(cluster.patch(ObjectKey.of(run.document()), DataObject.of("metadata", metadata)));
    }

    /** A build has failed, so that the group cannot be made. */
    void failed(PipelineRun run) {
        Optional<String> name = run.findAnnotation(PullRequestGroup.NAME);
        Optional<String> hash = run.findLabel(PullRequestGroup.HASH);
        if (!isPush(run) && name.isPresent() && hash.isPresent()) {
            tell(
                    run,
                    new PullRequestGroup(hash.get(), name.get()),
                    "build PLR " + run.name() + " failed for component " + component(run)
                            + " so it can't be added to the group Snapshot for PR group " + name.get());
        }
    }

    private static String component(PipelineRun run) {
        return run.findLabel(MetadataKeys.COMPONENT).orElse("");
    }

    /** Writes into the latest Snapshot of each component, and into builds under way, whose Snapshots will say it from the start. */
    private void tell(PipelineRun run, PullRequestGroup group, String status) {
        String application = run.findLabel(MetadataKeys.APPLICATION).orElse("");
        List<PipelineRun> runs = view.runs(
                run.namespace(),
                Map.of(
                        PullRequestGroup.HASH,
                        group.hash(),
                        MetadataKeys.PIPELINE_TYPE,
                        BuildRuns.TYPE,
                        MetadataKeys.APPLICATION,
                        application));
        if (!GroupBuilds.isLatest(run, runs)) {
            return;
        }
        for (Component component : view.components(run.namespace(), application)) {
            latest(component, group).ifPresent(snapshot -> say(status, snapshot));
        }
        runs.stream()
                .filter(other ->
                        other.completionTime().isEmpty() && !component(other).equals(component(run)))
                .forEach(other -> say(status, other));
    }

    private Optional<Snapshot> latest(Component component, PullRequestGroup group) {
        Map<String, String> labels = Map.of(
                MetadataKeys.SNAPSHOT_TYPE, "component",
                MetadataKeys.COMPONENT, component.name(),
                MetadataKeys.APPLICATION, component.application(),
                PullRequestGroup.HASH, group.hash());
        return view.snapshots(component.namespace(), labels).stream().min(OlderPullRequests::newerFirst);
    }

    private void say(String status, Resource resource) {
        DataObject annotations = DataObject.of(GroupSnapshot.STATUS, Data.of(status));
        cluster.patch(
                ObjectKey.of(resource.document()),
                DataObject.of("metadata", DataObject.of("annotations", annotations)));
    }

    private void outdate(PipelineRun run, Instant now) {
        Map<String, String> labels = Map.of(
                MetadataKeys.PULL_REQUEST, run.findLabel(PULL_REQUEST).orElse(""),
                MetadataKeys.COMPONENT, component(run));
        view.snapshots(run.namespace(), labels).stream()
                .filter(snapshot -> snapshot.findAnnotation(BuildRuns.WORKFLOW)
                        .filter("pull-request"::equals)
                        .isPresent())
                .forEach(snapshot -> outdate(snapshot, now));
    }

    private void outdate(Snapshot snapshot, Instant now) {
        if (!snapshot.isTested() && !Supersession.isIgnoredBy(snapshot)) {
            TestRunLauncher.cancelAll(snapshot, cluster);
        }
        Snapshot canceled = SnapshotConditions.with(
                snapshot,
                SnapshotConditions.INTEGRATION,
                "True",
                "Canceled",
                "Canceled - Superseded by new build",
                now);
        cluster.patchStatus(
                ObjectKey.of(snapshot.document()), MergePatch.between(snapshot.document(), canceled.document()));
    }
}
