package dev.konflux.release.testkit.runs;

import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the next try of a managed run gets more of.
 *
 * @param applied what the release records about it; empty when nothing was given
 */
public record Mitigation(RunOrder order, Optional<DataObject> applied) {

    /** The failed try and what is known about its failure. */
    public record FailedTry(DataObject run, Optional<DataObject> taskRun, String reason, String task, String step) {}

    /**
     * The next try after a failure. The failed run's changes and limits are the base, so that what is given adds up.
     *
     * @param mitigations the admission's mitigations
     * @param plain the next try as the admission wants it
     */
    public static Mitigation after(FailedTry failed, DataObject mitigations, RunOrder plain) {
        List<DataObject> specs = objects(failed.run(), "spec", "taskRunSpecs");
        RunOrder base = new RunOrder(
                plain.attempt(),
                specs.isEmpty() ? plain.taskRunSpecs() : specs,
                failed.run().findObject("spec", "timeouts").map(Timeouts::of).orElse(plain.timeouts()));
        Optional<Mitigation> given = switch (failed.reason()) {
            case "OOMKill" -> mitigations.findObject("oomKill").flatMap(rule -> moreMemory(failed, rule, base));
            case "TaskRunTimeout" ->
                mitigations.findObject("timeout", "task").map(rule -> moreTaskTime(failed, rule, base));
            case "PipelineRunTimeout" ->
                mitigations.findObject("timeout", "pipeline").map(rule -> moreRunTime(failed, rule, base));
            default -> Optional.empty();
        };
        return given.orElseGet(() -> new Mitigation(base, Optional.empty()));
    }

    private static Optional<Mitigation> moreMemory(FailedTry failed, DataObject rule, RunOrder base) {
        return stepResources(failed)
                .flatMap(current -> ComputeResources.multiplied(current, rule))
                .map(raised -> {
                    DataObject step = DataObject.of("name", Data.of(failed.step()), "computeResources", raised);
                    DataObject.Builder applied = DataObject.builder();
                    ComputeResources.memory(raised, "limits")
                            .ifPresent(limit -> applied.put("memoryLimit", limit.text()));
                    ComputeResources.memory(raised, "requests")
                            .ifPresent(request -> applied.put("memoryRequest", request.text()));
                    // Tekton refuses step and task resources together, so the one replaces the other, and other steps'
                    // too.
                    List<DataObject> specs = changed(
                            base.taskRunSpecs(), failed.task(), "stepSpecs", DataArray.of(step), "computeResources");
                    return new Mitigation(
                            new RunOrder(base.attempt(), specs, base.timeouts()), Optional.of(applied.build()));
                });
    }

    /** The resources of the failed step: from the run's changes, else from the task as it was written into the task run. */
    private static Optional<DataObject> stepResources(FailedTry failed) {
        for (DataObject spec : objects(failed.run(), "spec", "taskRunSpecs")) {
            if (isNamed(spec, "pipelineTaskName", failed.task())) {
                Optional<DataObject> found = resourcesOf(objects(spec, "stepSpecs"), failed.step())
                        .or(() -> spec.findObject("computeResources"));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return failed.taskRun()
                .flatMap(taskRun -> resourcesOf(objects(taskRun, "spec", "taskSpec", "steps"), failed.step()));
    }

    private static Optional<DataObject> resourcesOf(List<DataObject> steps, String name) {
        return steps.stream()
                .filter(step -> isNamed(step, "name", name))
                .map(step -> step.findObject("computeResources").orElse(DataObject.empty()))
                .findFirst();
    }

    private static Mitigation moreTaskTime(FailedTry failed, DataObject rule, RunOrder base) {
        Timeouts limits = timeouts(failed.run());
        Duration raised = raised(taskTimeout(failed, limits), rule);
        String text = GoDuration.format(raised);
        List<DataObject> specs = changed(base.taskRunSpecs(), failed.task(), "timeout", Data.of(text), "");
        return new Mitigation(
                new RunOrder(base.attempt(), specs, TimeoutRules.raisedFor(raised, limits)),
                Optional.of(DataObject.of("taskTimeout", Data.of(text))));
    }

    private static Optional<Duration> taskTimeout(FailedTry failed, Timeouts limits) {
        return objects(failed.run(), "spec", "taskRunSpecs").stream()
                .filter(spec -> isNamed(spec, "pipelineTaskName", failed.task()))
                .flatMap(spec -> spec.findText("timeout").stream())
                .findFirst()
                .or(() -> failed.taskRun().flatMap(taskRun -> taskRun.findText("spec", "timeout")))
                .flatMap(GoDuration::parse)
                .or(limits::tasks);
    }

    private static Mitigation moreRunTime(FailedTry failed, DataObject rule, RunOrder base) {
        Timeouts limits = timeouts(failed.run());
        Timeouts raised = limits.withPipeline(raised(limits.pipeline(), rule));
        DataObject.Builder applied = DataObject.builder();
        raised.tasks().ifPresent(tasks -> applied.put("tasksTimeout", GoDuration.format(tasks)));
        raised.pipeline().ifPresent(run -> applied.put("pipelinesTimeout", GoDuration.format(run)));
        return new Mitigation(new RunOrder(base.attempt(), base.taskRunSpecs(), raised), Optional.of(applied.build()));
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

    private static Timeouts timeouts(DataObject run) {
        return Timeouts.of(run.findObject("spec", "timeouts").orElse(DataObject.empty()));
    }

    /** The changes to tasks with one more: into the task's entry when there is one, else as a new entry. */
    private static List<DataObject> changed(
            List<DataObject> specs, String task, String field, Data value, String dropped) {
        List<DataObject> changed = new ArrayList<>(specs);
        for (int i = 0; i < changed.size() && !task.isEmpty(); i++) {
            if (isNamed(changed.get(i), "pipelineTaskName", task)) {
                changed.set(i, changed.get(i).with(field, value).without(dropped));
                return changed;
            }
        }
        if (!task.isEmpty()) {
            changed.add(DataObject.of("pipelineTaskName", Data.of(task), field, value));
        }
        return changed;
    }

    private static boolean isNamed(DataObject object, String field, String name) {
        return object.findText(field).filter(name::equals).isPresent();
    }

    private static List<DataObject> objects(DataObject owner, String... path) {
        return owner.items(path).stream()
                .flatMap(item -> item.asObject().stream())
                .toList();
    }
}
