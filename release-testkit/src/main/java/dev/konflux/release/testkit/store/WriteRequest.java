package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A write on its way into the store.
 *
 * @param writer who writes
 * @param object the object as it would be stored, its metadata filled in
 * @param oldObject the stored object; absent on creation
 * @param oldWasAdmitted whether the stored object passed admission itself
 * @param cluster everything stored
 */
public record WriteRequest(
        Operation operation,
        Writer writer,
        ResourceType type,
        DataObject object,
        Optional<DataObject> oldObject,
        boolean oldWasAdmitted,
        ObjectReader cluster,
        Instant now) {

    /** What is written. */
    public enum Operation {
        CREATE,
        UPDATE,
        UPDATE_STATUS
    }

    /** The user who writes. */
    public String user() {
        return writer.user();
    }

    /** The same request with its objects in another version of their kind, which never admitted the stored one. */
    WriteRequest in(String apiVersion) {
        return new WriteRequest(
                operation,
                writer,
                type,
                object.with("apiVersion", Data.of(apiVersion)),
                oldObject.map(old -> old.with("apiVersion", Data.of(apiVersion))),
                false,
                cluster,
                now);
    }

    /** The same request with the object changed on its way. */
    public WriteRequest with(DataObject changed) {
        return new WriteRequest(operation, writer, type, changed, oldObject, oldWasAdmitted, cluster, now);
    }
}
