package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** What the webhooks can see of the cluster. */
@FunctionalInterface
public interface ClusterView {

    /** The object of that kind in that namespace with that name. */
    Optional<DataObject> find(String kind, String namespace, String name);

    /** A cluster without objects. */
    static ClusterView empty() {
        return (kind, namespace, name) -> Optional.empty();
    }
}
