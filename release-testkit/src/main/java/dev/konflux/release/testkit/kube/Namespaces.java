package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.ResourceTypes;
import java.util.List;

/** Namespaces: those that were created. */
final class Namespaces {

    private static final String KIND = "Namespace";

    private final ObjectStore store;

    Namespaces(ObjectStore store) {
        this.store = store;
    }

    /** New objects need a namespace that is there and stays. */
    void checkOpen(DataObject object, RequestPath path) {
        if (path.namespace().isEmpty()) {
            return;
        }
        DataObject namespace = store.find(new ObjectKey(KIND, "", path.namespace()))
                .orElseThrow(() -> Refusal.notFound(ResourceTypes.of(KIND), path.namespace()));
        if (namespace.find("metadata", "deletionTimestamp").isPresent()) {
            String name = object.findText("metadata", "name").orElse("");
            throw Refusal.about(path.kind().type(), name, terminating(path, name));
        }
    }

    private static ApiError terminating(RequestPath path, String name) {
        ApiError.Cause cause = new ApiError.Cause(
                "metadata.namespace", "NamespaceTerminating", "namespace " + path.namespace() + " is being terminated");
        String message =
                "%s \"%s\" is forbidden: unable to create new content in namespace %s because it is being terminated"
                        .formatted(path.kind().type().resource(), name, path.namespace());
        return new ApiError(403, "Forbidden", message, List.of(cause));
    }
}
