package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be looked up in a cluster. */
public interface ObjectReader {

    /** The object, if it is there. */
    Optional<DataObject> find(ObjectKey key);

    /** The objects of a kind that a selection takes, ordered by namespace and name. */
    List<DataObject> list(String kind, Selection selection);

    /**
     * The newest of the Releases of a plan that was not created after a time and is wanted; of those of one moment the first by name. It is
     * one list request, as {@link #list} is.
     *
     * @param plan namespace and name of the plan
     */
    default Optional<DataObject> findNewestRelease(ObjectKey plan, Instant notAfter, Predicate<DataObject> wanted) {
        Selection ofPlan = Selection.in(plan.namespace()).where("spec.releasePlan", plan.name());
        return list("Release", ofPlan).stream()
                .filter(release -> !CreationOrder.timeOf(release).isAfter(notAfter))
                .filter(wanted)
                .reduce((newest, next) ->
                        CreationOrder.timeOf(next).isAfter(CreationOrder.timeOf(newest)) ? next : newest);
    }

    /** The object. */
    default DataObject get(ObjectKey key) {
        return find(key).orElseThrow(() -> new ApiException(ApiError.notFound(key)));
    }
}
