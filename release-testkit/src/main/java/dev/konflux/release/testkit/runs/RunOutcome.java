package dev.konflux.release.testkit.runs;

import com.google.common.collect.Maps;
import dev.konflux.release.model.Condition;
import dev.konflux.release.model.data.DataObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a run ended, as far as the operator sees it. */
public final class RunOutcome {

    /** What the operator cuts messages of conditions to. */
    public static final int LONGEST_MESSAGE = 31000;

    private static final String CUT = "...(truncated)\n";

    private final DataObject run;
    private final List<DataObject> taskRuns;
    private final PodLogs logs;

    /** The end of a run with its task runs. */
    public RunOutcome(DataObject run, List<DataObject> taskRuns, PodLogs logs) {
        this.run = run;
        this.taskRuns = taskRuns;
        this.logs = logs;
    }

    /** Whether the run has ended, or never will because it is being deleted. */
    public static boolean isDone(DataObject run) {
        return isKnown(run) || run.find("metadata", "deletionTimestamp").isPresent();
    }

    /** Whether the run's outcome is known. */
    public static boolean isKnown(DataObject run) {
        return succeeded(run)
                .filter(condition -> !condition.status().equals("Unknown"))
                .isPresent();
    }

    /** Whether the run succeeded. */
    public static boolean isSuccess(DataObject run) {
        return succeeded(run).filter(Condition::isTrue).isPresent();
    }

    private static Optional<Condition> succeeded(DataObject object) {
        return object.objects("status", "conditions").stream()
                .map(Condition::of)
                .filter(condition -> condition.type().equals("Succeeded"))
                .findFirst();
    }

    /** What the operator says about a failed run: what its first failed task said, else what the run said. */
    public String message() {
        if (!isKnown(run)) {
            return "PipelineRun was deleted while still running";
        }
        Map<String, DataObject> byName = taskRunsByName();
        for (DataObject child : children()) {
            // Here a child without a kind is none of the task runs; for the classification it is one.
            Optional<DataObject> taskRun = child.findText("kind")
                    .filter("TaskRun"::equals)
                    .flatMap(kind -> child.findText("name"))
                    .map(byName::get);
            Optional<Condition> failure = taskRun.flatMap(RunOutcome::succeeded).filter(Condition::isFalse);
            if (taskRun.isPresent() && failure.isPresent()) {
                String task = child.findText("pipelineTaskName").orElse("");
                return taskMessage(task, body(taskRun.get(), failure.get()));
            }
        }
        return succeeded(run).map(Condition::message).orElse("");
    }

    private String body(DataObject taskRun, Condition failure) {
        return taskRun.findText("status", "podName")
                .filter(pod -> !pod.isEmpty())
                .flatMap(pod ->
                        logs.log(taskRun.findText("metadata", "namespace").orElse(""), pod))
                .filter(log -> !log.isEmpty())
                .orElse(failure.message());
    }

    private static String taskMessage(String task, String body) {
        String prefix = "task " + task + " failed: ";
        int room = LONGEST_MESSAGE - prefix.getBytes(StandardCharsets.UTF_8).length;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= room) {
            return prefix + body;
        }
        int from = Math.min(Math.max(bytes.length - room + CUT.length(), 0), bytes.length);
        return prefix + CUT + new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    /** The beginning of a message, as long as the operator lets it be. */
    public static String cut(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST_MESSAGE
                ? message
                : new String(bytes, 0, LONGEST_MESSAGE, StandardCharsets.UTF_8);
    }

    /**
     * What went wrong.
     *
     * @param reason {@code OOMKill}, {@code TaskRunTimeout}, {@code PipelineRunTimeout} or {@code Error}
     * @param lastTask the task that failed; empty text when none did
     * @param lastStep its step that failed; empty text when none did
     * @param successfulTasks how many tasks succeeded before it
     */
    public record Failure(String reason, String lastTask, String lastStep, int successfulTasks) {

        /** Whether another try might succeed with more memory or time. */
        public static boolean isRetriable(String reason) {
            return reason.equals("OOMKill") || reason.equals("TaskRunTimeout") || reason.equals("PipelineRunTimeout");
        }
    }

    /** What went wrong in a failed run. */
    public Failure failure() {
        Map<String, DataObject> byName = taskRunsByName();
        int successful = 0;
        for (DataObject child : children()) {
            String kind = child.findText("kind").orElse("");
            DataObject taskRun = byName.get(child.findText("name").orElse(""));
            if (taskRun == null || !(kind.isEmpty() || kind.equals("TaskRun"))) {
                continue;
            }
            Optional<Condition> condition = succeeded(taskRun);
            if (condition.filter(Condition::isTrue).isPresent()) {
                successful++;
            } else if (condition.filter(Condition::isFalse).isPresent()) {
                return failureOf(child.findText("pipelineTaskName").orElse(""), taskRun, successful);
            }
        }
        return new Failure(runReason(), "", "", successful);
    }

    private Failure failureOf(String task, DataObject taskRun, int successful) {
        Optional<DataObject> step = taskRun.objects("status", "steps").stream()
                .filter(found -> found.find("terminated", "exitCode")
                        .flatMap(code -> code.asNumber())
                        .filter(code -> code.doubleValue() != 0)
                        .isPresent())
                .findFirst();
        boolean outOfMemory = step.flatMap(found -> found.findText("terminated", "reason"))
                .filter("OOMKilled"::equals)
                .isPresent();
        String reason = outOfMemory ? "OOMKill" : isReason(taskRun, "TaskRunTimeout") ? "TaskRunTimeout" : runReason();
        return new Failure(
                reason, task, step.flatMap(found -> found.findText("name")).orElse(""), successful);
    }

    private String runReason() {
        return isReason(run, "PipelineRunTimeout") ? "PipelineRunTimeout" : "Error";
    }

    private static boolean isReason(DataObject object, String reason) {
        return succeeded(object)
                .filter(Condition::isFalse)
                .filter(condition -> condition.reason().equals(reason))
                .isPresent();
    }

    private Map<String, DataObject> taskRunsByName() {
        return Maps.uniqueIndex(
                taskRuns, taskRun -> taskRun.findText("metadata", "name").orElse(""));
    }

    private List<DataObject> children() {
        return run.objects("status", "childReferences");
    }
}
