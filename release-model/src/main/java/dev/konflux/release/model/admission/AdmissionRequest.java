package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.Optional;

/**
 * One wish to write.
 *
 * @param operation what is to be done
 * @param user name of the user who asks
 * @param object the object as the user wants it; on deletion the object that is to go
 * @param oldObject the stored object; empty on creation
 * @param cluster what the webhooks can see
 * @param now the time that a new object is stamped with, if it is to be stamped
 * @param names makes names for objects that only have a prefix; without it they stay nameless
 * @param oldWasAdmitted whether the stored object passed this admission itself: what is the very same in the new one is then not looked
 *     at again
 */
public record AdmissionRequest(
        Operation operation,
        String user,
        DataObject object,
        DataObject oldObject,
        ClusterView cluster,
        Optional<Instant> now,
        Optional<NameSource> names,
        boolean oldWasAdmitted) {

    /** The wish to create an object. */
    public static AdmissionRequest create(String user, DataObject object) {
        return of(Operation.CREATE, user, object, DataObject.empty());
    }

    /** The wish to replace everything of a stored object but its status. */
    public static AdmissionRequest update(String user, DataObject object, DataObject oldObject) {
        return of(Operation.UPDATE, user, object, oldObject);
    }

    /** The wish to replace the status of a stored object. */
    public static AdmissionRequest updateStatus(String user, DataObject object, DataObject oldObject) {
        return of(Operation.UPDATE_STATUS, user, object, oldObject);
    }

    /** The wish to delete a stored object. */
    public static AdmissionRequest delete(String user, DataObject oldObject) {
        return of(Operation.DELETE, user, oldObject, oldObject);
    }

    private static AdmissionRequest of(Operation operation, String user, DataObject object, DataObject oldObject) {
        return new AdmissionRequest(
                operation, user, object, oldObject, ClusterView.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** The same wish in a cluster with other objects. */
    public AdmissionRequest in(ClusterView view) {
        return new AdmissionRequest(operation, user, object, oldObject, view, now, names, oldWasAdmitted);
    }

    /** The same wish at a time. */
    public AdmissionRequest at(Instant time) {
        return new AdmissionRequest(
                operation, user, object, oldObject, cluster, Optional.of(time), names, oldWasAdmitted);
    }

    /** The same wish where names are made. */
    public AdmissionRequest naming(NameSource source) {
        return new AdmissionRequest(
                operation, user, object, oldObject, cluster, now, Optional.of(source), oldWasAdmitted);
    }

    /** The same wish about a stored object that passed this admission itself. */
    public AdmissionRequest afterAdmitted() {
        return new AdmissionRequest(operation, user, object, oldObject, cluster, now, names, true);
    }

    AdmissionRequest with(DataObject other) {
        return new AdmissionRequest(operation, user, other, oldObject, cluster, now, names, oldWasAdmitted);
    }
}
