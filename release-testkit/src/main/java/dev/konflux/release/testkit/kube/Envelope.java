package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError.Cause;
import java.util.List;

/** Version, kind, namespace and name of a document against those of the request. */
final class Envelope {

    private static final String METADATA = "metadata";
    private static final String INVALID = "FieldValueInvalid";

    private Envelope() {}

    static void checkVersion(DataObject sent, ServedKind kind) {
        String version = sent.findText("apiVersion").orElse("");
        if (!version.equals(kind.apiVersion())) {
            throw Refusal.badRequest("the API version in the data (" + version
                    + ") does not match the expected API version (" + kind.apiVersion() + ")");
        }
    }

    static void checkKind(DataObject object, ServedKind kind, String name) {
        String given = object.findText("kind").orElse("");
        if (!given.equals(kind.type().kind())) {
            String message =
                    "Invalid value: \"" + given + "\": must be " + kind.type().kind();
            throw Refusal.invalid(kind.type().group(), given, name, List.of(new Cause("kind", INVALID, message)));
        }
    }

    /** The object in the namespace of the request. */
    static DataObject inNamespace(DataObject sent, RequestPath path) {
        DataObject metadata = sent.findObject(METADATA).orElse(DataObject.empty());
        String given = metadata.findText("namespace").orElse("");
        if (!given.isEmpty() && !given.equals(path.namespace())) {
            throw Refusal.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        DataObject placed = path.namespace().isEmpty()
                ? metadata.without("namespace")
                : metadata.with("namespace", Data.of(path.namespace()));
        return sent.with(METADATA, placed);
    }

    /** The object with the name of the request. */
    static DataObject named(DataObject object, RequestPath path) {
        String given = object.findText(METADATA, "name").orElse("");
        if (given.isEmpty()) {
            throw Refusal.badRequest("the name of the object (" + path.name()
                    + " based on URL) was undeterminable: name must be provided");
        }
        if (!given.equals(path.name())) {
            throw Refusal.badRequest(
                    "the name of the object (" + given + ") does not match the name on the URL (" + path.name() + ")");
        }
        return object;
    }

    /** What a patch must leave as it was. */
    static void checkPatched(DataObject object, DataObject target, RequestPath path) {
        ServedKind kind = path.kind();
        named(object, path);
        inNamespace(object, path);
        checkKind(object, kind, path.name());
        String version = object.findText("apiVersion").orElse("");
        if (!version.equals(kind.apiVersion())) {
            String message = "Invalid value: \"" + version + "\": must be " + kind.apiVersion();
            throw invalid(path, List.of(new Cause("apiVersion", INVALID, message)));
        }
        fixed(object, target, path, "uid");
        fixed(object, target, path, "deletionTimestamp");
    }

    /** The server keeps these when a patch takes them away, and finds twice that they cannot be changed. */
    private static void fixed(DataObject object, DataObject target, RequestPath path, String field) {
        String given = object.findText(METADATA, field).orElse("");
        if (!given.isEmpty() && !given.equals(target.findText(METADATA, field).orElse(""))) {
            Cause cause =
                    new Cause("metadata." + field, INVALID, "Invalid value: \"" + given + "\": field is immutable");
            throw invalid(path, List.of(cause, cause));
        }
    }

    private static Refusal invalid(RequestPath path, List<Cause> causes) {
        return Refusal.invalid(path.kind().type().group(), path.kind().type().kind(), path.name(), causes);
    }
}
