package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiError.Cause;
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
    private final FieldWarnings warnings = new FieldWarnings();

    Writes(ObjectStore store) {
        this.store = store;
    }

    KubernetesResponse create(KubernetesRequest request, RequestPath path, User user) {
        ServedKind kind = path.kind();
        Sent sent = sent(request, kind);
        return telling(sent.warnings(), () -> create(request, path, user, sent.object()));
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

    /** A document that was read, and what there is to say of it. */
    private record Sent(DataObject object, List<String> warnings) {}

    private Sent sent(KubernetesRequest request, ServedKind kind) {
        ReadBody body = RequestBody.object(request, kind).of(kind);
        Envelope.checkIsTyped(body.object(), kind);
        Optional<BuiltInDecoding.Decoded> decoded = decoded(body.object(), kind);
        if (decoded.isPresent()) {
            return new Sent(
                    decoded.get().object(),
                    warnings.check(request, body, decoded.get().unknownFields()));
        }
        return new Sent(body.object(), warnings.check(request, body, kind));
    }

    private static Optional<BuiltInDecoding.Decoded> decoded(DataObject object, ServedKind kind) {
        if (kind.isCustom()) {
            return Optional.empty();
        }
        Envelope.checkVersion(object, kind);
        return BuiltInDecoding.decode(object, kind.type().kind());
    }

    /** Refused or not, an answer tells what was found while the document was read. */
    private static KubernetesResponse telling(List<String> warnings, Supplier<KubernetesResponse> write) {
        try {
            return write.get().warned(warnings);
        } catch (Refusal refusal) {
            throw refusal.warned(warnings);
        }
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
        ServedKind kind = path.kind();
        Sent sent = sent(request, kind);
        return telling(sent.warnings(), () -> replace(request, path, user, sent.object()));
    }

    private KubernetesResponse replace(KubernetesRequest request, RequestPath path, User user, DataObject sent) {
        ServedKind kind = path.kind();
        Envelope.checkVersion(sent, kind);
        DataObject object = Envelope.named(Envelope.inNamespace(sent, path), path);
        DataObject old = current(path);
        Envelope.checkKind(object, kind, path.name());
        checkReplacedVersion(object, path);
        checkReplacedUid(object, old, path);
        Writer writer = WriteOptions.writer(request, user, kind, Optional.empty());
        return answer(200, written(request, path, object, writer), kind)
                .warned(FinalizerWarnings.of(object, old, kind));
    }

    DataObject current(RequestPath path) {
        return find(path).orElseThrow(() -> Refusal.notFound(path.kind().type(), path.name()));
    }

    Optional<DataObject> find(RequestPath path) {
        return store.find(new ObjectKey(path.kind().type().kind(), path.namespace(), path.name()));
    }

    private static void checkReplacedVersion(DataObject object, RequestPath path) {
        String version = object.findText(METADATA, VERSION).orElse("");
        if (!version.matches("\\d*")) {
            throw Refusal.of(500, "", "strconv.ParseUint: parsing \"" + version + "\": invalid syntax");
        }
        if (path.kind().isCustom() && (version.isEmpty() || version.equals("0"))) {
            Cause cause = new Cause(
                    "metadata.resourceVersion",
                    "FieldValueInvalid",
                    "Invalid value: 0: must be specified for an update");
            // Upstream names the plural here, where every other faulty field names the kind.
            throw Refusal.invalid(path.kind().type().group(), path.kind().type().plural(), path.name(), List.of(cause));
        }
    }

    private static void checkReplacedUid(DataObject object, DataObject old, RequestPath path) {
        String wanted = object.findText(METADATA, "uid").orElse("");
        String uid = old.findText(METADATA, "uid").orElse("");
        if (!wanted.isEmpty() && !wanted.equals(uid)) {
            String key = String.join(
                    "/",
                    "/registry",
                    path.kind().type().group(),
                    path.kind().type().plural(),
                    path.namespace());
            String cause = "StorageError: invalid object, Code: 4, Key: " + key + "/" + path.name()
                    + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: " + wanted
                    + ", UID in object meta: " + uid;
            throw Refusal.about(
                    path.kind().type(),
                    path.name(),
                    ApiError.conflict(path.kind().type(), path.name(), cause));
        }
    }

    /** The outcome of a patch on its way into the store. */
    KubernetesResponse patched(KubernetesRequest request, RequestPath path, DataObject object, User user) {
        ServedKind kind = path.kind();
        Optional<BuiltInDecoding.Decoded> decoded = decoded(object, kind);
        List<String> unknown = decoded.map(BuiltInDecoding.Decoded::unknownFields)
                .orElseGet(() -> warnings.unknownFields(object, kind));
        List<String> told = warnings.checkPatched(request, object, unknown);
        DataObject readable = decoded.map(BuiltInDecoding.Decoded::object).orElse(object);
        DataObject old = current(path);
        Writer writer = WriteOptions.writer(request, user, kind, Optional.empty());
        return telling(
                told,
                () -> answer(200, written(request, path, readable, writer), kind)
                        .warned(FinalizerWarnings.of(readable, old, kind)));
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
