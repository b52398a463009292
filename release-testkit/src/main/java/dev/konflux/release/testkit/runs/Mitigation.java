package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Duration;
import java.util.Optional;

/**
 * What the next try of a managed run gets more of.
 *
 * @param order the next try
 * @param applied what the release records about it; empty when nothing was given
 */
public record Mitigation(RunOrder order, Optional<DataObject> applied) {

    /**
     * The next try after a failure.
     *
     * @param mitigations the admission's mitigations
     * @param plain the next try as the admission wants it
     */
    public static Mitigation after(FailedTry failed, DataObject mitigations, RunOrder plain) {
        RunOrder repeated = failed.repeated(plain);
        Optional<Mitigation> given = switch (failed.reason()) {
            case "OOMKill" -> mitigations.findObject("oomKill").flatMap(rule -> moreMemory(failed, rule, repeated));
            case "TaskRunTimeout" ->
                mitigations.findObject("timeout", "task").map(rule -> moreTaskTime(failed, rule, repeated));
            case "PipelineRunTimeout" ->
                mitigations.findObject("timeout", "pipeline").map(rule -> moreRunTime(failed, rule, repeated));
            default -> Optional.empty();
        };
        return given.orElseGet(() -> new Mitigation(repeated, Optional.empty()));
    }

    private static Optional<Mitigation> moreMemory(FailedTry failed, DataObject rule, RunOrder repeated) {
        return failed.stepResources()
                .flatMap(current -> ComputeResources.multiplied(current, rule))
                .map(raised -> withMemory(raised, failed, repeated));
    }

    /** Tekton refuses step and task resources together, so the step's replace the task's, and those of other steps, too. */
    private static Mitigation withMemory(DataObject raised, FailedTry failed, RunOrder repeated) {
        DataObject step = DataObject.of("name", Data.of(failed.step()), "computeResources", raised);
        DataObject.Builder applied = DataObject.builder();
        raised.find("limits", "memory").ifPresent(limit -> applied.put("memoryLimit", limit));
        raised.find("requests", "memory").ifPresent(request -> applied.put("memoryRequest", request));
        return new Mitigation(
                repeated.withTask(
                        failed.task(),
                        spec -> spec.with("stepSpecs", DataArray.of(step)).without("computeResources")),
                Optional.of(applied.build()));
    }

    private static Mitigation moreTaskTime(FailedTry failed, DataObject rule, RunOrder repeated) {
        Duration raised = raised(failed.taskTimeout(), rule);
        Data text = Data.of(GoDuration.format(raised));
        return new Mitigation(
                repeated.withTask(failed.task(), spec -> spec.with("timeout", text))
                        .withTimeouts(TimeoutRules.raisedFor(raised, failed.limits())),
                Optional.of(DataObject.of("taskTimeout", text)));
    }

    private static Mitigation moreRunTime(FailedTry failed, DataObject rule, RunOrder repeated) {
        Timeouts limits = failed.limits();
        Timeouts raised = limits.withPipeline(raised(limits.pipeline(), rule));
        DataObject.Builder applied = DataObject.builder();
        raised.tasks().ifPresent(tasks -> applied.put("tasksTimeout", GoDuration.format(tasks)));
        raised.pipeline().ifPresent(run -> applied.put("pipelinesTimeout", GoDuration.format(run)));
        return new Mitigation(repeated.withTimeouts(raised), Optional.of(applied.build()));
    }

    /** A missing limit counts as zero, so a try may get less time than the one before. The cap may lower a limit, too. */
    private static Duration raised(Optional<Duration> current, DataObject rule) {
        Duration wanted =
                current.orElse(Duration.ZERO).plus(duration(rule, "increment").orElse(Duration.ZERO));
        return duration(rule, "maxTimeout")
                .filter(most -> wanted.compareTo(most) > 0)
                .orElse(wanted);
    }

    private static Optional<Duration> duration(DataObject rule, String field) {
        return rule.findText(field).flatMap(GoDuration::parse);
    }
}
