package dev.konflux.release.testkit.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOutcomeTest {

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "test").asObject().orElseThrow();
    }

    private static DataObject run(String reason, String... children) {
        return json("""
                {"status": {"childReferences": [%s],
                  "conditions": [{"type": "Succeeded", "status": "False", "reason": "%s", "message": "the run failed"}]}}""".formatted(String.join(",", children), reason));
    }

    private static String child(String task) {
        return "{\"kind\": \"TaskRun\", \"name\": \"run-%1$s\", \"pipelineTaskName\": \"%1$s\"}".formatted(task);
    }

    private static DataObject taskRun(String task, String status, String reason, String steps) {
        return json("""
                {"metadata": {"name": "run-%s", "namespace": "managed"},
                 "status": {"podName": "pod", "steps": [%s],
                   "conditions": [{"type": "Succeeded", "status": "%s", "reason": "%s", "message": "it broke"}]}}""".formatted(task, steps, status, reason));
    }

    private static String step(String name, int exitCode, String reason) {
        return "{\"name\": \"%s\", \"terminated\": {\"exitCode\": %d, \"reason\": \"%s\"}}"
                .formatted(name, exitCode, reason);
    }

    private static RunOutcome outcome(DataObject run, DataObject... taskRuns) {
        return new RunOutcome(run, List.of(taskRuns), PodLogs.none());
    }

    @ParameterizedTest
    @CsvSource({
        "OOMKilled, Failed, Failed, OOMKill",
        "OOMKilled, TaskRunTimeout, PipelineRunTimeout, OOMKill",
        "Error, TaskRunTimeout, PipelineRunTimeout, TaskRunTimeout",
        "Error, Failed, PipelineRunTimeout, PipelineRunTimeout",
        "Error, Failed, Failed, Error",
    })
    void theStepDecidesBeforeTheTaskAndTheTaskBeforeTheRun(String step, String task, String run, String reason) {
        RunOutcome outcome = outcome(
                run(run, child("push")),
                taskRun("push", "False", task, step("ok", 0, "Completed") + "," + step("work", 1, step)));

        assertThat(outcome.failure()).isEqualTo(new RunOutcome.Failure(reason, "push", "work", 0));
    }

    @Test
    void tasksThatSucceededBeforeTheFirstFailureAreCounted() {
        RunOutcome outcome = outcome(
                run("Failed", child("a"), child("gone"), child("b"), child("push"), child("c")),
                taskRun("a", "True", "Succeeded", ""),
                taskRun("b", "Unknown", "Running", ""),
                taskRun("push", "False", "Failed", ""),
                taskRun("c", "True", "Succeeded", ""));

        assertThat(outcome.failure()).isEqualTo(new RunOutcome.Failure("Error", "push", "", 1));
    }

    @Test
    void onlyTheFirstStepThatFailedCounts() {
        RunOutcome outcome = outcome(
                run("Failed", child("push")),
                taskRun("push", "False", "Failed", step("first", 1, "Error") + "," + step("second", 137, "OOMKilled")));

        assertThat(outcome.failure()).isEqualTo(new RunOutcome.Failure("Error", "push", "first", 0));
    }

    /** The two looks at a run do not agree about children that do not say what they are. */
    @Test
    void aChildWithoutKindIsATaskForTheReasonButNotForTheMessage() {
        String nameless = "{\"name\": \"run-push\", \"pipelineTaskName\": \"push\"}";
        RunOutcome outcome = outcome(run("Failed", nameless), taskRun("push", "False", "Failed", ""));

        assertThat(outcome.failure().lastTask()).isEqualTo("push");
        assertThat(outcome.message()).isEqualTo("the run failed");
    }

    @Test
    void theMessageIsTheLogOfTheFirstTaskThatFailed() {
        DataObject run = run("Failed", child("push"));
        DataObject taskRun = taskRun("push", "False", "Failed", "");

        assertThat(new RunOutcome(run, List.of(taskRun), (namespace, pod) -> Optional.of(namespace + "/" + pod))
                        .message())
                .isEqualTo("task push failed: managed/pod");
        assertThat(outcome(run, taskRun).message()).isEqualTo("task push failed: it broke");
        assertThat(outcome(run).message()).isEqualTo("the run failed");
    }

    @Test
    void ofALongLogTheEndIsKept() {
        String log = "x".repeat(40_000) + "the end";
        RunOutcome outcome = new RunOutcome(
                run("Failed", child("push")),
                List.of(taskRun("push", "False", "Failed", "")),
                (namespace, pod) -> Optional.of(log));

        assertThat(outcome.message())
                .hasSize(RunOutcome.LONGEST_MESSAGE)
                .startsWith("task push failed: ...(truncated)\nxxx")
                .endsWith("xthe end");
    }

    @Test
    void ofAnErrorTheBeginningIsKept() {
        assertThat(RunOutcome.cut("a" + "b".repeat(40_000)))
                .hasSize(RunOutcome.LONGEST_MESSAGE)
                .startsWith("ab");
    }

    @Test
    void aRunThatIsDeletedWhileItRunsIsOver() {
        DataObject run = json("""
                {"metadata": {"deletionTimestamp": "2030-01-01T00:00:00Z"},
                 "status": {"conditions": [{"type": "Succeeded", "status": "Unknown", "reason": "Running"}]}}""");

        assertThat(RunOutcome.isDone(run)).isTrue();
        assertThat(RunOutcome.isSuccess(run)).isFalse();
        assertThat(outcome(run).message()).isEqualTo("PipelineRun was deleted while still running");
        assertThat(outcome(run).failure().reason()).isEqualTo("Error");
    }
}
