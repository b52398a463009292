package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.DataObject;
import java.util.List;

/**
 * What the cluster's machinery, webhooks apart, makes of a document that is to be created.
 *
 * @param kind the schema it was held against
 * @param stored the object after defaults were filled in and unknown fields dropped
 * @param unknownFields paths of the fields that were dropped
 * @param causes what is wrong with it, sorted by field
 */
public record Inspection(KindSchema kind, DataObject stored, List<String> unknownFields, List<Cause> causes) {

    /** Copies the lists. */
    public Inspection {
        unknownFields = List.copyOf(unknownFields);
        causes = List.copyOf(causes);
    }

    /** Whether the cluster would take it. */
    public boolean isValid() {
        return causes.isEmpty();
    }
}
