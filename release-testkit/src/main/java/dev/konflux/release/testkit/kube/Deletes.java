package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.ResourceType;
import java.util.List;
import java.util.Optional;

/** Deletions of one object and of many. */
final class Deletes {

    private final ObjectStore store;
    private final Reads reads;

    Deletes(ObjectStore store, Reads reads) {
        this.store = store;
        this.reads = reads;
    }

    KubernetesResponse one(KubernetesRequest request, RequestPath path) {
        DataObject options = options(request);
        ResourceType type = path.kind().type();
        ObjectKey key = new ObjectKey(type.kind(), path.namespace(), path.name());
        DataObject old = store.find(key).orElseThrow(() -> Refusal.notFound(type, path.name()));
        checkPreconditions(options, old, path);
        ObjectStore target = isTried(request, options) ? store.rehearsal() : store;
        target.delete(key, PropagationPolicy.of(options, request).finalizers(old, path.kind()));
        Optional<DataObject> marked = target.find(key);
        return KubernetesResponse.of(
                200, marked.map(object -> ServedObject.of(object, path.kind())).orElseGet(() -> success(old, type)));
    }

    private static DataObject options(KubernetesRequest request) {
        DataObject options = RequestBody.options(request).orElse(DataObject.empty());
        String kind = options.findText("kind").orElse("");
        if (!kind.isEmpty() && !kind.equals("DeleteOptions")) {
            throw Refusal.badRequest("no kind \"" + kind + "\" is registered for version \""
                    + options.findText("apiVersion").orElse("") + "\" in scheme \"pkg/runtime/scheme.go:111\"");
        }
        PropagationPolicy.of(options, request);
        return options;
    }

    private static boolean isTried(KubernetesRequest request, DataObject options) {
        return WriteOptions.isDryRun(request) || !options.items("dryRun").isEmpty();
    }

    private static void checkPreconditions(DataObject options, DataObject old, RequestPath path) {
        check(options, old, path, "uid", "UID");
        check(options, old, path, "resourceVersion", "ResourceVersion");
    }

    private static void check(DataObject options, DataObject old, RequestPath path, String field, String word) {
        String wanted = options.findText("preconditions", field).orElse("");
        String actual = old.findText("metadata", field).orElse("");
        if (!wanted.isEmpty() && !wanted.equals(actual)) {
            ResourceType type = path.kind().type();
            // Upstream names the kind here, where every other conflict names the plural.
            ResourceType named =
                    new ResourceType(type.group(), type.version(), type.kind(), type.kind(), type.hasStatus());
            String cause = "the %s in the precondition (%s) does not match the %s in record (%s). "
                            .formatted(word, wanted, word, actual)
                    + "The object might have been "
                    + (field.equals("uid") ? "deleted and then recreated" : "modified");
            throw Refusal.about(named, path.name(), ApiError.conflict(named, path.name(), cause));
        }
    }

    private static DataObject success(DataObject old, ResourceType type) {
        DataObject.Builder details = DataObject.builder()
                .put("name", old.findText("metadata", "name").orElse(""));
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        details.put("kind", type.plural())
                .put("uid", old.findText("metadata", "uid").orElse(""));
        return DataObject.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", DataObject.empty())
                .put("status", "Success")
                .put("details", details.build())
                .build();
    }

    /** Deletes what a list would list and answers it as it was. */
    KubernetesResponse many(KubernetesRequest request, RequestPath path) {
        DataObject options = options(request);
        List<DataObject> chosen = reads.selected(path, ListOptions.ofList(request, path.kind()), store.version());
        DataObject metadata = DataObject.of("continue", Data.of(""), "resourceVersion", reads.version());
        if (!isTried(request, options)) {
            PropagationPolicy policy = PropagationPolicy.of(options, request);
            chosen.forEach(object -> store.delete(ObjectKey.of(object), policy.finalizers(object, path.kind())));
        }
        return KubernetesResponse.of(200, ServedObject.list(chosen, path.kind(), metadata));
    }
}
