package dev.konflux.release.collectors.builtin;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.git.GitEntry;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** The component whose build made the Snapshot, and the text of its commits. */
final class SingleComponent {

    private static final String TYPE = "test.appstudio.openshift.io/type";
    private static final String COMPONENT = "appstudio.openshift.io/component";

    private SingleComponent() {}

    /**
     * Subjects and bodies of the component's commits, newest first.
     *
     * @return empty when the Snapshot's labels name no component
     */
    static Optional<Commits> commits(CollectorContext context) {
        ComponentHistory history = ComponentHistory.of(context);
        ReleaseSnapshot current = ReleaseSnapshot.current(context);
        current.components();
        Optional<String> name = componentName(current);
        if (name.isEmpty()) {
            context.listener().progress("The snapshot is not one of a single component: nothing to collect");
            return Optional.empty();
        }
        Component component = find(current, name.get())
                .orElseThrow(() -> CollectorFailure.of("ERROR: Component '" + name.get()
                        + "' not found in snapshot components; available: " + current.componentNames()));
        Optional<Component> earlier = ReleaseSnapshot.previous(context).flatMap(snapshot -> find(snapshot, name.get()));
        Optional<String> path = component.context().or(() -> earlier.flatMap(Component::context));
        StringBuilder text = new StringBuilder();
        history.read(earlier, component, path, true, entry -> append(entry, text));
        return Optional.of(new Commits(name.get(), text.toString()));
    }

    private static void append(GitEntry entry, StringBuilder text) {
        if (entry.kind() == GitEntry.Kind.TAG) {
            text.append(entry.author()).append('\n').append(entry.message()).append('\n');
        } else {
            text.append(entry.subject()).append('\n').append(entry.body()).append('\n');
        }
    }

    private static Optional<Component> find(ReleaseSnapshot snapshot, String name) {
        for (Data component : snapshot.components()) {
            if (component.findText("name").equals(Optional.of(name))) {
                return component.asObject().map(document -> new Component(name, document));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> componentName(ReleaseSnapshot snapshot) {
        Data labels = snapshot.document().find("metadata", "labels").orElse(DataObject.empty());
        DataObject found = Fields.object(labels, "labels of snapshot " + snapshot.name());
        if (!found.findText(TYPE).equals(Optional.of("component"))) {
            return Optional.empty();
        }
        return found.findText(COMPONENT).filter(name -> !name.isEmpty());
    }

    /**
     * What was found.
     *
     * @param component name of the component
     * @param text subjects and bodies, in git's order
     */
    record Commits(String component, String text) {}
}
