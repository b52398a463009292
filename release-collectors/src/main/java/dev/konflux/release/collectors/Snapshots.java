package dev.konflux.release.collectors;

import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** Where collectors look Snapshots up. */
@FunctionalInterface
public interface Snapshots {

    /** The Snapshot document; empty when there is none of that name. */
    Optional<DataObject> find(String namespace, String name);
}
