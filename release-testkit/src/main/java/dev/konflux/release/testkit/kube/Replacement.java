package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.store.ApiError;
import dev.konflux.release.testkit.store.ApiError.Cause;
import java.util.List;

/** What a document says of the object that it is to replace. */
final class Replacement {

    private static final String METADATA = "metadata";

    private Replacement() {}

    static void check(DataObject object, DataObject old, RequestPath path) {
        Envelope.checkKind(object, path.kind(), path.name());
        checkVersion(object, path);
        checkUid(object, old, path);
    }

    private static void checkVersion(DataObject object, RequestPath path) {
        String version = object.findText(METADATA, "resourceVersion").orElse("");
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

    private static void checkUid(DataObject object, DataObject old, RequestPath path) {
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
}
