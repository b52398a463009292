package dev.konflux.release.testkit.operator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.operator.Request.Controller;
import dev.konflux.release.testkit.runs.GitRemotes;
import dev.konflux.release.testkit.runs.PodLogs;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.Fault;
import dev.konflux.release.testkit.store.FaultyApi;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.ResourceType;
import dev.konflux.release.testkit.store.ResourceTypes;
import dev.konflux.release.testkit.store.Selection;
import dev.konflux.release.testkit.store.WatchEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The operator at work on a store. It does nothing by itself: whoever drives it lets it run. Not for several threads at a time. */
public final class Operator {

    /** Who the operator is to the cluster. */
    public static final String USER = "system:serviceaccount:release-service:release-service-controller-manager";

    private static final int MOST_RECONCILIATIONS = 100_000;

    private final ObjectStore store;
    private final InstantSource clock;
    private final FaultyApi cluster;
    private final ClusterView view;
    private final Map<Controller, Reconciler> reconcilers;
    private final WorkQueue queue = new WorkQueue();
    private final Queue<WatchEvent> events = new ArrayDeque<>();
    private final Queue<Look> looks = new ArrayDeque<>();

    private record Look(Instant at, Request request, String error) {

        Reconciliation told() {
            return new Reconciliation(at, request.controller().label(), request.reference(), error);
        }
    }

    private Operator(
            ObjectStore store, InstantSource clock, OperatorSettings settings, GitRemotes remotes, PodLogs logs) {
        this.store = store;
        this.clock = clock;
        this.cluster = new FaultyApi(store.as(USER));
        this.view = new ClusterView(cluster, settings);
        this.reconcilers = Maps.immutableEnumMap(ImmutableMap.of(
                Controller.RELEASE, new ReleaseReconciler(cluster, view, settings, remotes, logs),
                Controller.RELEASE_PLAN, new PlanReconciler(cluster, view),
                Controller.RELEASE_PLAN_ADMISSION, new AdmissionReconciler(cluster, view, settings)));
    }

    /** An operator that watches the store from now on. */
    public static Operator watching(
            ObjectStore store, InstantSource clock, OperatorSettings settings, GitRemotes remotes, PodLogs logs) {
        Operator operator = new Operator(store, clock, settings, remotes, logs);
        store.watch(operator.events::add);
        return operator;
    }

    /** What the operator would find. */
    public ClusterView view() {
        return view;
    }

    /** Lets later requests of the operator fail. */
    public void arm(Fault fault) {
        cluster.arm(fault);
    }

    /** Works until there is nothing to do but wait. */
    public void run() {
        takeEvents();
        for (Optional<Request> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            reconcile(next.get());
            takeEvents();
        }
    }

    /** Does one piece of work; false when there is none. */
    public boolean runOnce() {
        takeEvents();
        Optional<Request> next = queue.poll();
        next.ifPresent(this::reconcile);
        return next.isPresent();
    }

    private void takeEvents() {
        for (WatchEvent event = events.poll(); event != null; event = events.poll()) {
            Watches.requestsFor(event, cluster).forEach(queue::add);
        }
    }

    private void reconcile(Request request) {
        Instant now = clock.instant();
        String error = "";
        try {
            reconciler(request.controller()).reconcile(request.key(), now);
            queue.succeeded(request);
        } catch (ApiException failed) {
            error = failed.error().message();
            queue.failed(request, now);
        }
        if (looks.size() == MOST_RECONCILIATIONS) {
            looks.remove();
        }
        looks.add(new Look(now, request, error));
    }

    private Reconciler reconciler(Controller controller) {
        Reconciler found = reconcilers.get(controller);
        if (found == null) {
            throw new IllegalStateException("no reconciler for " + controller);
        }
        return found;
    }

    /** What the operator looked at so far, in order; of very many looks the latest 100,000. */
    public List<Reconciliation> reconciliations() {
        return looks.stream().map(Look::told).collect(ImmutableList.toImmutableList());
    }

    /** What it will look at again, because it failed, oldest first: controller and reference. */
    public List<Reconciliation> retrying() {
        Instant now = clock.instant();
        return queue.retrying().stream()
                .map(request -> new Look(now, request, "").told())
                .collect(ImmutableList.toImmutableList());
    }

    /** When the next failed look is repeated. */
    public Optional<Instant> nextRetry() {
        return queue.nextRetry();
    }

    /** Lets the failed looks be repeated whose time has come. */
    public void retryDue() {
        queue.release(clock.instant());
    }

    /** Lets all failed looks be repeated now, after what is already known to have changed. */
    public void retryAll() {
        takeEvents();
        queue.releaseAll();
    }

    /** The operator starts anew: it forgets what failed and sees every object as if it were new. */
    public void restart() {
        takeEvents();
        queue.forgetRetries();
        ResourceTypes.known().stream()
                .sorted(Comparator.comparing(ResourceType::plural))
                .flatMap(type -> store.list(type.kind(), Selection.everything()).stream())
                .forEach(object -> events.add(added(object)));
    }

    private static WatchEvent added(DataObject object) {
        return new WatchEvent(WatchEvent.Type.ADDED, object, Optional.empty());
    }
}
