package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.DataObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A managed run that failed, and what is known about its failure.
 *
 * @param run the run
 * @param taskRun the task run that failed; empty when it is gone
 * @param reason as in {@link RunOutcome.Failure}
 * @param task the task that failed; empty text when none did
 * @param step its step that failed; empty text when none did
 */
public record FailedTry(DataObject run, Optional<DataObject> taskRun, String reason, String task, String step) {

    private static final String TASK_RUN_SPECS = "taskRunSpecs";

    /** The run repeated: its own changes and limits, so that what is given adds up; the admission's where it has none. */
    RunOrder repeated(RunOrder plain) {
        return new RunOrder(
                plain.attempt(),
                run.find("spec", TASK_RUN_SPECS).isPresent()
                        ? TaskRunSpecs.written(run.objects("spec", TASK_RUN_SPECS))
                        : plain.taskRunSpecs(),
                run.findObject("spec", "timeouts").map(Timeouts::of).orElse(plain.timeouts()));
    }

    /** The resources of the failed step: from the run's changes, else from the task as it was written into the task run. */
    Optional<DataObject> stepResources() {
        for (DataObject spec : changesToTask()) {
            Optional<DataObject> found =
                    resourcesOfStep(spec.objects("stepSpecs")).or(() -> spec.findObject("computeResources"));
            if (found.isPresent()) {
                return found;
            }
        }
        return taskRun.flatMap(found -> resourcesOfStep(found.objects("spec", "taskSpec", "steps")));
    }

    private Optional<DataObject> resourcesOfStep(List<DataObject> steps) {
        return steps.stream()
                .filter(found -> found.findText("name").filter(step::equals).isPresent())
                .map(found -> found.findObject("computeResources").orElse(DataObject.empty()))
                .findFirst();
    }

    /** How long the failed task might take: by the run's changes, else by itself, else with all others together. */
    Optional<Duration> taskTimeout() {
        return changesToTask().stream()
                .flatMap(spec -> spec.findText("timeout").stream())
                .findFirst()
                .or(() -> taskRun.flatMap(found -> found.findText("spec", "timeout")))
                .flatMap(GoDuration::parse)
                .or(limits()::tasks);
    }

    private List<DataObject> changesToTask() {
        return run.objects("spec", TASK_RUN_SPECS).stream()
                .filter(spec ->
                        spec.findText("pipelineTaskName").filter(task::equals).isPresent())
                .toList();
    }

    Timeouts limits() {
        return Timeouts.of(run.findObject("spec", "timeouts").orElse(DataObject.empty()));
    }
}
