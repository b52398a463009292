package dev.konflux.release.collectors;

import dev.konflux.release.model.data.Data;
import java.util.List;
import java.util.Set;

/**
 * Finds something that a release fixed. Implementations are declared to {@link java.util.ServiceLoader} (in {@code module-info} and in
 * {@code META-INF/services}) or handed to {@link Collectors#of}. They hold no state: one instance may collect for several releases at once.
 */
public interface Collector {

    /** The {@code type} by which a plan or admission asks for it, such as {@code jira}. */
    String type();

    /** The parameters it understands, in the order in which missing ones are reported. */
    default List<CollectorParameter> parameters() {
        return List.of();
    }

    /** What a call must give beside the parameters; everything by default. */
    default Set<CollectorNeed> needs() {
        return Set.of(CollectorNeed.values());
    }

    /**
     * Collects.
     *
     * @return what was found, usually {@code {"releaseNotes": ...}}; JSON null when the collector says nothing at all
     * @throws CollectorFailure when it cannot
     */
    Data collect(CollectorContext context);
}
