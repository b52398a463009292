package dev.konflux.release.collectors;

import dev.konflux.release.model.data.Data;
import java.util.List;

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

    /** Whether it is refused without a Release. */
    default boolean needsRelease() {
        return true;
    }

    /** Whether it is refused when nobody said what the previous Release is, be it none. */
    default boolean needsPreviousRelease() {
        return true;
    }

    /**
     * Collects.
     *
     * @return what was found, usually {@code {"releaseNotes": ...}}; JSON null when the collector says nothing at all
     * @throws CollectorFailure when it cannot
     */
    Data collect(CollectorContext context);
}
