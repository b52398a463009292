package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/**
 * Who writes.
 *
 * @param user who is asked about by admission
 * @param manager the name under which the fields written are owned
 * @param apiVersion the version the writer speaks; empty for the one that is stored
 * @param applied the configuration of a server-side apply; empty for every other write
 * @param forgetsOwners whether the book of field owners is cleared
 */
public record Writer(
        String user, String manager, String apiVersion, Optional<DataObject> applied, boolean forgetsOwners) {

    /** A user who writes under his own name. */
    public static Writer of(String user) {
        return new Writer(user, user, "", Optional.empty(), false);
    }

    /** The same writer, who lets the book of field owners be cleared. */
    public Writer forgettingOwners() {
        return new Writer(user, manager, apiVersion, applied, true);
    }
}
