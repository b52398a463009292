package dev.konflux.release.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleaseService;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.ResourceKind;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.autorelease.BuildRuns;
import dev.konflux.release.testkit.kube.KubernetesApi;
import dev.konflux.release.testkit.kube.KubernetesHandler;
import dev.konflux.release.testkit.operator.Reconciliation;
import dev.konflux.release.testkit.store.Fault;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.ResourceTypes;
import dev.konflux.release.testkit.store.Selection;
import java.util.List;
import java.util.Optional;

/**
 * A Release Service in memory: a cluster with the service's admission, the operator, and pipelines that go as a test says. Time is virtual
 * and stands still between calls; the same calls give the same story. Several threads may use it; they take turns.
 *
 * <pre>{@code
 * try (FakeReleaseService konflux = FakeReleaseService.start(resources)) {
 *     konflux.pipelines().next(Phase.MANAGED, PipelineResult.failAt("push", "no access"));
 *     Release failed = konflux.release(snapshot, plan).await();
 * }
 * }</pre>
 */
public final class FakeReleaseService implements ReleaseService, AutoCloseable {

    private final Installation installation;
    private final Engine engine;
    private final ObjectStore store;
    private final VirtualClock clock;
    private final ObjectApi user;

    FakeReleaseService(FakeReleaseServiceBuilder builder) {
        this.installation = Installation.of(builder);
        this.engine = installation.engine();
        this.store = installation.store();
        this.clock = new VirtualClock(engine);
        this.user = store.as(builder.user);
    }

    /** A service whose cluster holds the given resources. */
    public static FakeReleaseService start(Resources resources) {
        return builder().start(resources);
    }

    /** A service whose cluster holds the given resources. */
    public static FakeReleaseService start(Resource... resources) {
        return start(Resources.of(resources));
    }

    /** Prepares a service that differs from the usual one. */
    public static FakeReleaseServiceBuilder builder() {
        return new FakeReleaseServiceBuilder();
    }

    /** The time of this service. */
    public VirtualClock clock() {
        return clock;
    }

    /** Says how pipelines go; a runner given to the builder runs those about which nothing was said. */
    public PipelineScript pipelines() {
        return installation.pipelines();
    }

    /** Says how builds go, by the names of components. */
    public NamedScript builds() {
        return installation.builds();
    }

    /** Says how integration tests go, by the names of scenarios. */
    public NamedScript integrationTests() {
        return installation.tests();
    }

    /**
     * Builds a component and returns the run. With the integration service a build that succeeds makes a Snapshot, when its time has come.
     */
    @CanIgnoreReturnValue
    public PipelineRun build(Build build) {
        return create(build.run());
    }

    /** The Snapshot that was made of a build; empty as long as there is none. */
    public Optional<Snapshot> findSnapshot(PipelineRun build) {
        return find(build)
                .flatMap(run -> run.findAnnotation(BuildRuns.SNAPSHOT))
                .flatMap(name -> find(Snapshot.builder()
                        .namespace(build.namespace())
                        .name(name)
                        .build()));
    }

    /** What happened to a Snapshot so far, and why it is not released; recorded with the integration service only. */
    public SnapshotStory story(Snapshot snapshot) {
        return engine.inside(() -> installation.snapshots().of(snapshot));
    }

    /** The releases of a Snapshot, by name. */
    public List<Release> releases(Snapshot snapshot) {
        Selection selection = Selection.in(snapshot.namespace()).where("spec.snapshot", snapshot.name());
        return engine.inside(
                () -> store.list("Release", selection).stream().map(Release::of).toList());
    }

    /** Lets later requests of the operator to the cluster fail. */
    public void arm(Fault fault) {
        engine.doing(() -> {
            installation.operator().arm(fault);
            return fault;
        });
    }

    /** The operator starts anew, and looks at every object. */
    public void restart() {
        engine.doing(() -> {
            installation.operator().restart();
            return store;
        });
    }

    /** Creates an object and returns it as it was stored; it passes the cluster's admission like any other. */
    @CanIgnoreReturnValue
    public <R extends Resource> R create(R resource) {
        return typed(resource, engine.doing(() -> user.create(resource.document())));
    }

    /** Changes a stored object, all but its status. */
    @CanIgnoreReturnValue
    public <R extends Resource> R update(R resource) {
        return typed(resource, engine.doing(() -> user.update(resource.document())));
    }

    /** Changes the status of a stored object. */
    @CanIgnoreReturnValue
    public <R extends Resource> R updateStatus(R resource) {
        return typed(resource, engine.doing(() -> user.updateStatus(resource.document())));
    }

    /** Deletes a stored object, or marks it when it has finalizers. */
    public void delete(Resource resource) {
        engine.doing(() -> {
            user.delete(ObjectKey.of(resource.document()));
            return resource;
        });
    }

    @Override
    public <R extends Resource> Optional<R> find(R resource) {
        return engine.inside(() -> store.find(ObjectKey.of(resource.document())))
                .map(stored -> typed(resource, stored));
    }

    @SuppressWarnings("unchecked") // a document of the same kind is read as the same class
    private static <R extends Resource> R typed(R like, DataObject document) {
        return (R) like.getClass().cast(ResourceKind.read(document));
    }

    /**
     * Opens this cluster to Kubernetes clients on the loopback address until what is returned is closed. The operator follows every
     * request at once; time passes as the test says. The namespaces of the objects present become objects themselves.
     */
    public KubernetesApi serve() {
        return serve(KubernetesHandler.builder(), KubernetesApi.builder());
    }

    /** Opens this cluster as {@link #serve()} does, with kinds, users and rights, encryption and threads of the caller's choice. */
    public KubernetesApi serve(KubernetesHandler.Builder handler, KubernetesApi.Builder server) {
        return new ServedCluster(engine, store, user).serve(handler, server);
    }

    /** Everything in the cluster. */
    @Override
    public Resources resources() {
        return selected(Selection.everything());
    }

    @Override
    public Resources resources(String namespace) {
        return selected(Selection.in(namespace));
    }

    private Resources selected(Selection selection) {
        return engine.inside(() -> Resources.ofDocuments(ResourceTypes.known().stream()
                .flatMap(type -> store.list(type.kind(), selection).stream())
                .toList()));
    }

    /** Releases a snapshot by a plan. Whichever of the two the cluster does not hold yet is created first. */
    public PendingRelease release(Snapshot snapshot, ReleasePlan plan) {
        for (Resource needed : List.of(plan, snapshot)) {
            if (find(needed).isEmpty()) {
                create(needed);
            }
        }
        return release(Release.builder()
                .generateName(snapshot.name() + "-")
                .namespace(plan.namespace())
                .snapshot(snapshot.name())
                .releasePlan(plan.name())
                .build());
    }

    /** Releases what the release says. */
    public PendingRelease release(Release release) {
        return new PendingRelease(this, create(release));
    }

    Release await(Release release) {
        return new Waiting(engine, store, installation.timelines()).until(release);
    }

    /** What happened to a release so far. */
    public Timeline timeline(Release release) {
        return engine.inside(() -> installation.timelines().of(release));
    }

    /** What happened to each release so far, in the order they were created. */
    public List<Timeline> timelines() {
        return engine.inside(installation.timelines()::all);
    }

    /** What the operator looked at so far, a line each; of very many looks the latest 100,000. */
    public List<String> reconciliations() {
        return engine.inside(() -> installation.operator().reconciliations().stream()
                .map(Reconciliation::line)
                .toList());
    }

    /** Ends the service. It holds nothing that needs to be given back. */
    @Override
    public void close() {}
}
