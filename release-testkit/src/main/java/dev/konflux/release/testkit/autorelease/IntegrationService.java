package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The integration service at work on a store: of builds it makes Snapshots, of Snapshots it makes test runs, verdicts and releases. It does
 * nothing by itself: what it wants to do it puts on an agenda, in the order in which it was woken. Not for several threads at a time.
 */
public final class IntegrationService {

    /** Who the service is to the cluster. */
    public static final String USER =
            "system:serviceaccount:integration-service:integration-service-controller-manager";

    private static final Duration FIRST_DELAY = Duration.ofMillis(5);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1000);
    private static final int MOST_DOUBLINGS = 18;

    /** After a good part of a day a look that fails is given up, so that time can come to rest; the service repeats it for ever. */
    private static final int MOST_TRIES = 60;

    private final ObjectStore store;
    private final Agenda agenda;
    private final ObjectApi cluster;
    private final SnapshotReconciler reconciler;
    private final BuildRuns builds;
    private final PullRequestBuilds pullRequestBuilds;
    private final Set<Work> waiting = new HashSet<>();
    private final Map<Work, Integer> failures = new HashMap<>();

    /** Where work is put down. */
    @FunctionalInterface
    public interface Agenda {
        /** Lets the work be done at that time. */
        void at(Instant time, Runnable work);
    }

    private enum Task {
        BUILD_BEGUN,
        BUILD,
        RESULT,
        JUDGE,
        RECONCILE
    }

    private record Work(Task task, ObjectKey object) {}

    private IntegrationService(ObjectStore store, Agenda agenda, PullRequests pullRequests) {
        this.store = store;
        this.agenda = agenda;
        this.cluster = store.as(USER);
        this.reconciler = SnapshotReconciler.of(cluster, AutoReleaseCel.create(), pullRequests);
        this.builds = new BuildRuns(cluster);
        this.pullRequestBuilds = new PullRequestBuilds(cluster);
    }

    /** Lets the service watch the store from now on. */
    public static void watch(ObjectStore store, Agenda agenda, PullRequests pullRequests) {
        store.watch(new IntegrationService(store, agenda, pullRequests)::wake);
    }

    private void wake(WatchEvent event) {
        ObjectKey key = ObjectKey.of(event.object());
        if (SnapshotWatches.isToBeJudged(event)) {
            add(new Work(Task.JUDGE, key));
        }
        if (SnapshotWatches.isWoken(event)) {
            add(new Work(Task.RECONCILE, key));
        }
        if (isBegunBuild(event)) {
            add(new Work(Task.BUILD_BEGUN, key));
        }
        if (isEndOfRun(event)) {
            switch (PipelineRun.of(event.object()).pipelineType().orElse("")) {
                case BuildRuns.TYPE -> add(new Work(Task.BUILD, key));
                case TestResults.TYPE -> add(new Work(Task.RESULT, key));
                default -> {}
            }
        }
    }

    private static boolean isBegunBuild(WatchEvent event) {
        return event.kind().equals("PipelineRun")
                && event.type() == WatchEvent.Type.ADDED
                && PipelineRun.of(event.object())
                        .pipelineType()
                        .filter(BuildRuns.TYPE::equals)
                        .isPresent();
    }

    private static boolean isEndOfRun(WatchEvent event) {
        return event.kind().equals("PipelineRun")
                && event.type() == WatchEvent.Type.MODIFIED
                && PipelineRun.of(event.object()).completionTime().isPresent()
                && event.oldObject()
                        .flatMap(before -> PipelineRun.of(before).completionTime())
                        .isEmpty();
    }

    private void add(Work work) {
        if (waiting.add(work)) {
            agenda.at(store.now(), () -> perform(work));
        }
    }

    private void perform(Work work) {
        waiting.remove(work);
        if (findError(work).isEmpty()) {
            failures.remove(work);
            return;
        }
        int failed = failures.merge(work, 1, Integer::sum);
        if (failed < MOST_TRIES) {
            agenda.at(store.now().plus(delay(failed)), () -> perform(work));
        }
    }

    private static Duration delay(int failed) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(failed - 1, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private Optional<String> findError(Work work) {
        Instant now = store.now();
        try {
            return switch (work.task()) {
                case JUDGE -> reconciler.judge(work.object(), now).findError();
                case RECONCILE -> reconciler.reconcile(work.object(), now).findError();
                case BUILD_BEGUN -> withRun(work, run -> pullRequestBuilds.begun(run, now));
                case BUILD -> withRun(work, run -> built(run, now));
                case RESULT -> withRun(work, run -> TestResults.write(run, cluster, now));
            };
        } catch (ApiException failed) {
            return Optional.of(failed.error().message());
        }
    }

    private Optional<String> withRun(Work work, Consumer<PipelineRun> deed) {
        store.find(work.object()).map(PipelineRun::of).ifPresent(deed);
        return Optional.empty();
    }

    private void built(PipelineRun run, Instant now) {
        if (run.succeeded().filter(Condition::isTrue).isPresent()) {
            builds.snapshot(run, now);
        } else {
            pullRequestBuilds.failed(run);
        }
    }
}
