package dev.konflux.release.collectors;

import dev.konflux.release.model.data.DataObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run of the collectors of a plan or admission ended.
 *
 * @param stage whose collectors ran
 * @param outcomes an outcome for every item, in the order of the items
 * @param firstFailure the failure that came first in time; it decides the exit code of upstream's task
 */
public record CollectorRun(
        Stage stage, List<CollectorOutcome> outcomes, Optional<CollectorOutcome.Failed> firstFailure) {

    /** Keeps its own list of outcomes. */
    public CollectorRun {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether every collector answered; if not, upstream's Release fails. */
    public boolean succeeded() {
        return outcomes.stream().allMatch(CollectorOutcome.Found.class::isInstance);
    }

    /** What was found, as it goes into the Release's status. Of two items of one name the later counts. */
    public CollectorResults results() {
        Map<String, String> files = new LinkedHashMap<>();
        for (CollectorOutcome outcome : outcomes) {
            if (outcome instanceof CollectorOutcome.Found found) {
                String text = found.result().isNull() ? "" : found.result().toString();
                files.put(stage.word() + "-" + found.name() + ".json", text);
            }
        }
        return CollectorResults.of(files);
    }

    /** The results as {@code status.collectors}: {@code {"managed": {"NAME": ...}}}. */
    public DataObject collectors() {
        return results().collectors();
    }
}
