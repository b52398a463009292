package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiError.Cause;
import dev.konflux.release.testkit.store.ApiException;
import dev.konflux.release.testkit.store.MergePatch;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Creates, replacements and patches. */
final class Writes {

    private static final String METADATA = "metadata";
    private static final String VERSION = "resourceVersion";
    private static final String USER = "admin";

    private final ObjectStore store;
    private final FieldWarnings warnings = new FieldWarnings();

    Writes(ObjectStore store) {
        this.store = store;
    }

    KubernetesResponse create(KubernetesRequest request, RequestPath path) {
        ServedKind kind = path.kind();
        DataObject sent = RequestBody.object(request, kind);
        Envelope.checkVersion(sent, kind);
        Envelope.checkReadable(sent);
        List<String> told = warnings.check(request, sent);
        DataObject object = Envelope.inNamespace(sent, path);
        Envelope.checkKind(object, kind, object.findText(METADATA, "name").orElse(""));
        if (!object.findText(METADATA, VERSION).orElse("").isEmpty()) {
            throw Refusal.of(500, "", "resourceVersion should not be set on objects to be created");
        }
        new Namespaces(store).checkOpen(object, path);
        String name = object.findText(METADATA, "name").orElse("");
        DataObject created = refusing(path, name, () -> api(request).create(ServedObject.stored(object, kind)));
        boolean isTried = DryRun.isAsked(request);
        return answer(201, isTried ? withoutVersion(created) : created, kind, told);
    }

    private static DataObject withoutVersion(DataObject object) {
        DataObject metadata = object.findObject(METADATA).orElse(DataObject.empty());
        return object.with(METADATA, metadata.without(VERSION));
    }

    KubernetesResponse replace(KubernetesRequest request, RequestPath path) {
        ServedKind kind = path.kind();
        DataObject sent = RequestBody.object(request, kind);
        Envelope.checkVersion(sent, kind);
        Envelope.checkReadable(sent);
        List<String> told = warnings.check(request, sent);
        DataObject object = Envelope.named(Envelope.inNamespace(sent, path), path);
        DataObject old = current(path);
        Envelope.checkKind(object, kind, path.name());
        checkReplacedVersion(object, path);
        checkReplacedUid(object, old, path);
        return answer(200, written(request, path, object), kind, told);
    }

    private DataObject current(RequestPath path) {
        return store.find(new ObjectKey(path.kind().type().kind(), path.namespace(), path.name()))
                .orElseThrow(() -> Refusal.notFound(path.kind().type(), path.name()));
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

    KubernetesResponse patch(KubernetesRequest request, RequestPath path) {
        String type = request.mediaType().orElse("");
        boolean isMerge = type.equals("application/merge-patch+json");
        if (!isMerge && !type.equals("application/json-patch+json")) {
            throw RequestBody.unknownType("application/json-patch+json, application/merge-patch+json");
        }
        Data patch = RequestBody.patch(request);
        checkShape(patch, isMerge);
        ServedKind kind = path.kind();
        DataObject target = ServedObject.of(current(path), kind);
        Data patched = isMerge
                ? MergePatch.apply(target, patch.asObject().orElseThrow())
                : JsonPatch.apply(target, patch.asArray().orElseThrow().items());
        DataObject object = patched.asObject().orElseThrow(() -> Refusal.badRequest("the patch leaves no object"));
        Envelope.checkPatched(object, target, path);
        List<String> told = warnings.check(request, object);
        return answer(200, written(request, path, object), kind, told);
    }

    private static void checkShape(Data patch, boolean isMerge) {
        boolean fits = isMerge ? patch.asObject().isPresent() : patch.asArray().isPresent();
        if (!fits) {
            String wanted = isMerge ? "map[string]interface {}" : "[]handlers.jsonPatchOp";
            throw Refusal.badRequest("error decoding patch: json: cannot unmarshal "
                    + patch.kind().name().toLowerCase(Locale.ROOT) + " into Go value of type " + wanted);
        }
    }

    private DataObject written(KubernetesRequest request, RequestPath path, DataObject object) {
        DataObject stored = ServedObject.stored(object, path.kind());
        ObjectApi api = api(request);
        return refusing(
                path,
                path.name(),
                () -> path.subresource().equals("status") ? api.updateStatus(stored) : api.update(stored));
    }

    private ObjectApi api(KubernetesRequest request) {
        return (DryRun.isAsked(request) ? store.rehearsal() : store).as(USER);
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

    private static KubernetesResponse answer(int status, DataObject object, ServedKind kind, List<String> told) {
        return KubernetesResponse.of(status, ServedObject.of(object, kind)).with("warning", told);
    }
}
