package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Component;
import dev.konflux.release.model.ComponentGroup;
import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.PipelineRun;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectReader;
import dev.konflux.release.testkit.store.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the integration service looks up. Every failure but that something is not there is an {@link ApiException}. */
final class IntegrationView {

    private final ObjectReader cluster;

    IntegrationView(ObjectReader cluster) {
        this.cluster = cluster;
    }

    /** What owns the Snapshot; the component group when it names an application, too. */
    static ObjectKey ownerOf(Snapshot snapshot) {
        return snapshot.componentGroup().isEmpty()
                ? new ObjectKey("Application", snapshot.namespace(), snapshot.application())
                : new ObjectKey("ComponentGroup", snapshot.namespace(), snapshot.componentGroup());
    }

    Optional<DataObject> find(ObjectKey key) {
        try {
            return cluster.find(key);
        } catch (ApiException failed) {
            if (failed.error().isNotFound()) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    DataObject get(ObjectKey key) {
        return cluster.get(key);
    }

    ComponentGroup group(String namespace, String name) {
        return ComponentGroup.of(cluster.get(new ObjectKey("ComponentGroup", namespace, name)));
    }

    List<ComponentGroup> groups(String namespace) {
        return list("ComponentGroup", Selection.in(namespace), ComponentGroup::of);
    }

    Optional<Component> findComponent(Snapshot snapshot, String name) {
        return find(new ObjectKey("Component", snapshot.namespace(), name)).map(Component::of);
    }

    Optional<IntegrationTestScenario> findScenario(Snapshot snapshot, String name) {
        return find(new ObjectKey("IntegrationTestScenario", snapshot.namespace(), name))
                .map(IntegrationTestScenario::of);
    }

    List<IntegrationTestScenario> scenarios(String namespace) {
        return list("IntegrationTestScenario", Selection.in(namespace), IntegrationTestScenario::of);
    }

    Resources plans(String namespace) {
        return Resources.ofDocuments(cluster.list("ReleasePlan", Selection.in(namespace)));
    }

    /** The runs of the namespace that carry all these labels. */
    List<PipelineRun> runs(String namespace, Map<String, String> labels) {
        return list("PipelineRun", new Selection(Optional.of(namespace), labels), PipelineRun::of);
    }

    List<Component> components(String namespace, String application) {
        return list("Component", Selection.in(namespace).where("spec.application", application), Component::of);
    }

    /** The Releases of the Snapshot, in whatever state. */
    List<Release> releases(Snapshot snapshot) {
        return list("Release", Selection.in(snapshot.namespace()).where("spec.snapshot", snapshot.name()), Release::of);
    }

    /** The Snapshots of the namespace that carry all these labels. */
    List<Snapshot> snapshots(String namespace, Map<String, String> labels) {
        return list("Snapshot", new Selection(Optional.of(namespace), labels), Snapshot::of);
    }

    private <R> List<R> list(String kind, Selection selection, Function<DataObject, R> reader) {
        return cluster.list(kind, selection).stream().map(reader).toList();
    }
}
