package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.access.User;
import dev.konflux.release.testkit.kube.apply.Application;
import dev.konflux.release.testkit.kube.apply.Shape;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiError.Cause;
import dev.konflux.release.testkit.store.MergePatch;
import dev.konflux.release.testkit.store.WriteRequest.Operation;
import dev.konflux.release.testkit.store.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Patches of all types. */
final class Patches {

    private static final String JSON = "application/json-patch+json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final String APPLY = "application/apply-patch+yaml";

    private final Writes writes;
    private final Shapes shapes;

    Patches(Writes writes, Shapes shapes) {
        this.writes = writes;
        this.shapes = shapes;
    }

    KubernetesResponse patch(KubernetesRequest request, RequestPath path, User user) {
        String type = request.mediaType().orElse("");
        List<String> accepted =
                path.kind().isCustom() ? List.of(JSON, MERGE, APPLY) : List.of(JSON, MERGE, STRATEGIC, APPLY);
        if (!accepted.contains(type)) {
            throw RequestBody.unknownType(String.join(", ", accepted));
        }
        return type.equals(APPLY) ? apply(request, path, user) : patch(request, path, user, type);
    }

    private KubernetesResponse patch(KubernetesRequest request, RequestPath path, User user, String type) {
        Data patch = RequestBody.patch(request);
        checkShape(patch, !type.equals(JSON));
        DataObject target = ServedObject.of(writes.current(path), path.kind());
        Data patched = switch (type) {
            case MERGE -> MergePatch.apply(target, patch.asObject().orElseThrow());
            case STRATEGIC -> StrategicMergePatch.apply(target, patch.asObject().orElseThrow());
            default -> JsonPatch.apply(target, patch.asArray().orElseThrow().items());
        };
        DataObject object = patched.asObject().orElseThrow(() -> Refusal.badRequest("the patch leaves no object"));
        Envelope.checkPatched(object, target, path);
        return writes.patched(request, path, object, user);
    }

    private static void checkShape(Data patch, boolean isMerge) {
        boolean fits = isMerge ? patch.asObject().isPresent() : patch.asArray().isPresent();
        if (!fits) {
            String wanted = isMerge ? "map[string]interface {}" : "[]handlers.jsonPatchOp";
            throw Refusal.badRequest("error decoding patch: json: cannot unmarshal "
                    + patch.kind().name().toLowerCase(Locale.ROOT) + " into Go value of type " + wanted);
        }
    }

    private KubernetesResponse apply(KubernetesRequest request, RequestPath path, User user) {
        DataObject config = RequestBody.applied(request);
        checkApplied(config, path);
        Shape shape = shapes.of(path.kind());
        checkFits(config, shape, path);
        Optional<DataObject> live = writes.find(path);
        if (live.isEmpty() && !path.subresource().isEmpty()) {
            throw Refusal.notFound(path.kind().type(), path.name());
        }
        Writer writer = WriteOptions.writer(request, user, path.kind(), Optional.of(config));
        DataObject target =
                live.map(object -> ServedObject.of(object, path.kind())).orElseGet(() -> blank(path));
        Operation operation = live.isEmpty()
                ? Operation.CREATE
                : path.subresource().isEmpty() ? Operation.UPDATE : Operation.UPDATE_STATUS;
        Application applied = Application.of(target, writer, shape, operation);
        if (!WriteOptions.isForced(request)) {
            refuseConflicts(applied);
        }
        DataObject object = Envelope.named(Envelope.inNamespace(applied.object(), path), path);
        return live.isEmpty()
                ? writes.created(request, path, object, writer)
                : Writes.answer(200, writes.written(request, path, object, writer), path.kind());
    }

    private static void checkApplied(DataObject config, RequestPath path) {
        String version = config.findText("apiVersion").orElse("");
        String kind = config.findText("kind").orElse("");
        boolean isMeant = version.equals(path.kind().apiVersion())
                && kind.equals(path.kind().type().kind());
        if (!isMeant) {
            String type = version.contains("/") ? version : "/" + version;
            throw Refusal.badRequest("invalid object type: " + type + ", Kind=" + kind);
        }
        if (!config.items("metadata", "managedFields").isEmpty()) {
            throw Refusal.badRequest("metadata.managedFields must be nil");
        }
    }

    private static void checkFits(DataObject config, Shape shape, RequestPath path) {
        String misfits = Application.misfits(config, shape);
        if (!misfits.isEmpty()) {
            String type = path.kind().type().group().isEmpty()
                    ? "/" + path.kind().version()
                    : path.kind().apiVersion();
            String message = "failed to create typed patch object (%s/%s; %s, Kind=%s): %s"
                    .formatted(
                            config.findText("metadata", "namespace").orElse(""),
                            config.findText("metadata", "name").orElse(""),
                            type,
                            path.kind().type().kind(),
                            misfits);
            throw Refusal.of(500, "", message);
        }
    }

    private static DataObject blank(RequestPath path) {
        return DataObject.builder()
                .put("apiVersion", path.kind().apiVersion())
                .put("kind", path.kind().type().kind())
                .put("metadata", DataObject.of("name", Data.of(path.name())))
                .build();
    }

    private static void refuseConflicts(Application applied) {
        applied.refusal().ifPresent(message -> {
            List<Cause> causes = applied.conflicts().stream()
                    .map(conflict -> new Cause(conflict.path(), "FieldManagerConflict", conflict.message()))
                    .toList();
            throw Refusal.plain(new ApiError(409, "Conflict", message, causes));
        });
    }
}
