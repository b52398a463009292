package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.Documents.Document;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Creates and replacements, and the way of every write into the store. */
final class Writes {

    private static final String METADATA = "metadata";
    private static final String VERSION = "resourceVersion";

    private final ObjectStore store;
    private final Documents documents = new Documents();

    Writes(ObjectStore store) {
        this.store = store;
    }

    KubernetesResponse create(KubernetesRequest request, RequestPath path, User user) {
        Document sent = documents.sent(request, path.kind());
        return sent.told(() -> create(request, path, user, sent.object()));
    }

    private KubernetesResponse create(KubernetesRequest request, RequestPath path, User user, DataObject sent) {
        ServedKind kind = path.kind();
        Envelope.checkVersion(sent, kind);
        DataObject object = Envelope.inNamespace(sent, path);
        Envelope.checkKind(object, kind, object.findText(METADATA, "name").orElse(""));
        if (!object.findText(METADATA, VERSION).orElse("").isEmpty()) {
            throw Refusal.of(500, "", "resourceVersion should not be set on objects to be created");
        }
        Writer writer = WriteOptions.writer(request, user, kind, Optional.empty());
        return created(request, path, object, writer);
    }

    KubernetesResponse created(KubernetesRequest request, RequestPath path, DataObject object, Writer writer) {
        new Namespaces(store).checkOpen(object, path);
        String name = object.findText(METADATA, "name").orElse("");
        DataObject created =
                refusing(path, name, () -> api(request, writer).create(ServedObject.stored(object, path.kind())));
        DataObject shown = WriteOptions.isDryRun(request) ? withoutVersion(created) : created;
        return answer(201, shown, path.kind()).warned(FinalizerWarnings.of(created, DataObject.empty(), path.kind()));
    }

    private static DataObject withoutVersion(DataObject object) {
        DataObject metadata = object.findObject(METADATA).orElse(DataObject.empty());
        return object.with(METADATA, metadata.without(VERSION));
    }

    KubernetesResponse replace(KubernetesRequest request, RequestPath path, User user) {
        Document sent = documents.sent(request, path.kind());
        return sent.told(() -> replace(request, path, user, sent.object()));
    }

    private KubernetesResponse replace(KubernetesRequest request, RequestPath path, User user, DataObject sent) {
        ServedKind kind = path.kind();
        Envelope.checkVersion(sent, kind);
        DataObject object = Envelope.named(Envelope.inNamespace(sent, path), path);
        DataObject old = current(path);
        Replacement.check(object, old, path);
        return replaced(request, path, object, user);
    }

    DataObject current(RequestPath path) {
        return find(path).orElseThrow(() -> Refusal.notFound(path.kind().type(), path.name()));
    }

    Optional<DataObject> find(RequestPath path) {
        return store.find(new ObjectKey(path.kind().type().kind(), path.namespace(), path.name()));
    }

    /** The outcome of a patch on its way into the store. */
    KubernetesResponse patched(KubernetesRequest request, RequestPath path, DataObject object, User user) {
        Document patched = documents.patched(request, object, path.kind());
        return patched.told(() -> replaced(request, path, patched.object(), user));
    }

    private KubernetesResponse replaced(KubernetesRequest request, RequestPath path, DataObject object, User user) {
        ServedKind kind = path.kind();
        DataObject old = current(path);
        Writer writer = WriteOptions.writer(request, user, kind, Optional.empty());
        return answer(200, written(request, path, object, writer), kind)
                .warned(FinalizerWarnings.of(object, old, kind));
    }

    DataObject written(KubernetesRequest request, RequestPath path, DataObject object, Writer writer) {
        DataObject stored = ServedObject.stored(object, path.kind());
        ObjectApi api = api(request, ServedObject.clearsOwners(object) ? writer.forgettingOwners() : writer);
        String version = current(path).findText(METADATA, VERSION).orElse("");
        DataObject written = refusing(path, path.name(), () -> switch (path.subresource()) {
            case "" -> api.update(stored);
            case "finalize" -> api.update(withFinalizers(current(path), stored));
            default ->
                path.kind().isCustom()
                        ? api.updateStatus(stored)
                        : api.update(current(path)
                                .with("status", stored.find("status").orElse(DataObject.empty())));
        });
        return WriteOptions.isDryRun(request) ? written.withPath(Data.of(version), METADATA, VERSION) : written;
    }

    /** What {@code /finalize} writes of a namespace. */
    private static DataObject withFinalizers(DataObject namespace, DataObject sent) {
        List<Data> finalizers = sent.items("spec", "finalizers");
        return namespace.with(
                "spec",
                finalizers.isEmpty() ? DataObject.empty() : DataObject.of("finalizers", DataArray.of(finalizers)));
    }

    private ObjectApi api(KubernetesRequest request, Writer writer) {
        return (WriteOptions.isDryRun(request) ? store.rehearsal() : store).as(writer);
    }

    private DataObject refusing(RequestPath path, String name, Supplier<DataObject> write) {
        try {
            return write.get();
        } catch (ApiException refused) {
            throw Refusal.of(marked(refused, path, name), path.kind().type(), name);
        }
    }

    /** A name that is being deleted is taken, but the answer says why. */
    private ApiException marked(ApiException refused, RequestPath path, String name) {
        Optional<DataObject> taken = store.find(new ObjectKey(path.kind().type().kind(), path.namespace(), name));
        boolean isGoing = refused.error().is("AlreadyExists", 0)
                && taken.flatMap(object -> object.find(METADATA, "deletionTimestamp"))
                        .isPresent();
        return isGoing
                ? new ApiException(ApiError.of(
                        409,
                        "AlreadyExists",
                        "object is being deleted: " + refused.error().message()))
                : refused;
    }

    static KubernetesResponse answer(int status, DataObject object, ServedKind kind) {
        return KubernetesResponse.of(status, ServedObject.of(object, kind));
    }
}
