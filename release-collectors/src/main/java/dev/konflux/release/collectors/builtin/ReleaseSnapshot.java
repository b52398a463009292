package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Snapshot of a Release and its components. */
record ReleaseSnapshot(String name, DataObject document) {

    /** The Snapshot of the Release being made. */
    static ReleaseSnapshot current(CollectorContext context) {
        if (context.release().isEmpty()) {
            throw CollectorFailure.of("Empty release file");
        }
        return of(context, context.release(), "the release");
    }

    /**
     * The Snapshot of the previous Release; empty when there is no previous one. It is looked up in the namespace of the current Release,
     * wherever the previous one lives: upstream's way.
     */
    static Optional<ReleaseSnapshot> previous(CollectorContext context) {
        return context.previousRelease().isEmpty()
                ? Optional.empty()
                : Optional.of(of(context, context.previousRelease(), "the previous release"));
    }

    private static ReleaseSnapshot of(CollectorContext context, DataObject release, String where) {
        String name = Fields.requireText(Fields.require(release, "spec", where), "snapshot", "spec of " + where);
        String namespace = namespace(context.release(), "the release");
        return find(context, namespace, name);
    }

    static ReleaseSnapshot find(CollectorContext context, String namespace, String name) {
        context.listener().progress("Looking for snapshot " + namespace + "/" + name);
        DataObject document = context.snapshots()
                .find(namespace, name)
                .orElseThrow(() -> CollectorFailure.of("snapshot " + namespace + "/" + name + " not found"));
        return new ReleaseSnapshot(name, document);
    }

    static String namespace(DataObject release, String where) {
        return Fields.requireText(Fields.require(release, "metadata", where), "namespace", "metadata of " + where);
    }

    /** The components in document order. */
    DataArray components() {
        return Fields.array(Fields.require(spec(), "components", "spec of snapshot " + name), "components of " + name);
    }

    private Data spec() {
        return Fields.require(document, "spec", "snapshot " + name);
    }

    /** Names of the components that have one. */
    List<String> componentNames() {
        List<String> names = new ArrayList<>();
        for (Data component : components()) {
            component.findText("name").ifPresent(names::add);
        }
        return names;
    }

    /** The first component of that name. Upstream stumbles over a nameless component standing before it. */
    Optional<Component> findComponent(String wanted) {
        for (Data component : components()) {
            if (Fields.require(component, "name", "a component of snapshot " + name)
                    .equals(Data.of(wanted))) {
                return Optional.of(new Component(wanted, Fields.object(component, "component " + wanted)));
            }
        }
        return Optional.empty();
    }
}
