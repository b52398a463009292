package dev.konflux.release.testkit.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Timeouts;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MitigationTest {

    private static final DataObject MITIGATIONS = json("""
            {"oomKill": {"multiplier": "2"},
             "timeout": {"task": {"increment": "30m"}, "pipeline": {"increment": "30m"}}}""");

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "test").asObject().orElseThrow();
    }

    private static RunOrder plain(Timeouts timeouts) {
        return new RunOrder(1, List.of(), timeouts);
    }

    private static DataObject run(String spec) {
        return DataObject.of("spec", json(spec));
    }

    private static Mitigation after(String reason, DataObject run, Optional<DataObject> taskRun) {
        return Mitigation.after(
                new FailedTry(run, taskRun, reason, "push", "work"), MITIGATIONS, plain(Timeouts.none()));
    }

    private static Timeouts adjusted(Timeouts wanted) {
        return TimeoutRules.forRun(wanted, Timeouts.none());
    }

    /** A task that times out again and again; upstream's own figures. Its limit ends up above that of all tasks together. */
    @Test
    void eachTaskTimeoutGivesHalfAnHourMore() {
        Timeouts first = adjusted(Timeouts.none().withPipeline(Duration.ofHours(1)));
        Mitigation second = after(
                "TaskRunTimeout", DataObject.of("spec", DataObject.of("timeouts", first.data())), Optional.empty());

        assertThat(first.data()).isEqualTo(json("{\"pipeline\": \"1h0m0s\", \"tasks\": \"50m0s\"}"));
        assertThat(adjusted(second.order().timeouts()).data())
                .isEqualTo(json("{\"pipeline\": \"1h20m0s\", \"tasks\": \"1h10m0s\"}"));
        assertThat(second.order().taskRunSpecs())
                .containsExactly(json("{\"pipelineTaskName\": \"push\", \"timeout\": \"1h20m0s\"}"));
        assertThat(second.applied()).contains(json("{\"taskTimeout\": \"1h20m0s\"}"));

        Mitigation third = after("TaskRunTimeout", run("""
                        {"taskRunSpecs": [{"pipelineTaskName": "push", "timeout": "1h20m0s"}],
                         "timeouts": {"pipeline": "1h20m0s", "tasks": "1h10m0s"}}"""), Optional.empty());

        assertThat(adjusted(third.order().timeouts()).data())
                .isEqualTo(json("{\"pipeline\": \"1h50m0s\", \"tasks\": \"1h40m0s\"}"));
        assertThat(third.applied()).contains(json("{\"taskTimeout\": \"1h50m0s\"}"));
    }

    /** The limit of the tasks stays, so it can strike again. */
    @ParameterizedTest
    @CsvSource({"1h0m0s, 1h30m0s", "1h30m0s, 2h0m0s"})
    void aRunTimeoutGivesTheRunAloneMore(String before, String after) {
        DataObject limits = json("{\"pipeline\": \"%s\", \"tasks\": \"50m0s\"}".formatted(before));
        Mitigation next =
                after("PipelineRunTimeout", DataObject.of("spec", DataObject.of("timeouts", limits)), Optional.empty());

        assertThat(adjusted(next.order().timeouts()).data())
                .isEqualTo(json("{\"pipeline\": \"%s\", \"tasks\": \"50m0s\"}".formatted(after)));
        assertThat(next.applied())
                .contains(json("{\"tasksTimeout\": \"50m0s\", \"pipelinesTimeout\": \"%s\"}".formatted(after)));
    }

    @ParameterizedTest
    @CsvSource({"TaskRunTimeout, taskTimeout", "PipelineRunTimeout, pipelinesTimeout"})
    void aMissingLimitCountsAsZero(String reason, String recorded) {
        assertThat(after(reason, run("{}"), Optional.empty()).applied())
                .contains(DataObject.of(recorded, Data.of("30m0s")));
    }

    @Test
    void theLimitOfATaskIsLookedForInTheRunThenInTheTaskThenInAllTasks() {
        DataObject own = run("{\"taskRunSpecs\": [{\"pipelineTaskName\": \"push\", \"timeout\": \"1h\"}],"
                + " \"timeouts\": {\"tasks\": \"3h\"}}");
        DataObject all = run("{\"timeouts\": {\"tasks\": \"3h\"}}");
        Optional<DataObject> task = Optional.of(run("{\"timeout\": \"2h\"}"));

        assertThat(after("TaskRunTimeout", own, task).applied()).contains(json("{\"taskTimeout\": \"1h30m0s\"}"));
        assertThat(after("TaskRunTimeout", all, task).applied()).contains(json("{\"taskTimeout\": \"2h30m0s\"}"));
        assertThat(after("TaskRunTimeout", all, Optional.empty()).applied())
                .contains(json("{\"taskTimeout\": \"3h30m0s\"}"));
    }

    @Test
    void theCapMayLowerALimit() {
        DataObject mitigations =
                json("{\"timeout\": {\"pipeline\": {\"increment\": \"1h\", \"maxTimeout\": \"45m\"}}}");
        FailedTry failed = new FailedTry(
                run("{\"timeouts\": {\"pipeline\": \"1h\"}}"), Optional.empty(), "PipelineRunTimeout", "", "");

        assertThat(Mitigation.after(failed, mitigations, plain(Timeouts.none())).applied())
                .contains(json("{\"pipelinesTimeout\": \"45m0s\"}"));
    }

    @Test
    void theMemoryOfAStepReplacesAllOtherChangesOfItsTaskToResources() {
        DataObject run = run("""
                {"taskRunSpecs": [{
                  "pipelineTaskName": "push",
                  "serviceAccountName": "bot",
                  "computeResources": {"limits": {"memory": "8Gi"}},
                  "stepSpecs": [
                    {"name": "other", "computeResources": {"limits": {"memory": "1Gi"}}},
                    {"name": "work", "computeResources": {"limits": {"memory": "1Gi"}}}]}]}""");

        Mitigation next = after("OOMKill", run, Optional.empty());

        assertThat(next.order().taskRunSpecs()).containsExactly(json("""
                        {"pipelineTaskName": "push",
                         "serviceAccountName": "bot",
                         "stepSpecs": [{"name": "work", "computeResources": {"limits": {"memory": "2Gi"}}}]}"""));
        assertThat(next.applied()).contains(json("{\"memoryLimit\": \"2Gi\"}"));
    }

    @Test
    void theMemoryOfAStepIsLookedForInTheTaskRunAtLast() {
        DataObject taskRun = run("""
                {"taskSpec": {"steps": [{
                  "name": "work",
                  "computeResources": {"limits": {"memory": "1Gi"}, "requests": {"memory": "512Mi"}}}]}}""");

        assertThat(after("OOMKill", run("{}"), Optional.of(taskRun)).applied())
                .contains(json("{\"memoryLimit\": \"2Gi\", \"memoryRequest\": \"1Gi\"}"));
    }

    @Test
    void aTaskByReferenceIsTriedAgainUnchanged() {
        DataObject taskRun = run("{\"taskRef\": {\"name\": \"push\"}}");

        Mitigation next = after("OOMKill", run("{}"), Optional.of(taskRun));

        assertThat(next.applied()).isEmpty();
        assertThat(next.order()).isEqualTo(plain(Timeouts.none()));
    }

    @Test
    void changesOfTheRunThatFailedAreKept() {
        DataObject spec = json("{\"pipelineTaskName\": \"sign\", \"timeout\": \"90m\"}");
        DataObject run = DataObject.of("spec", DataObject.of("taskRunSpecs", DataArray.of(spec)));

        assertThat(after("Error", run, Optional.empty()).order().taskRunSpecs())
                .containsExactly(json("{\"pipelineTaskName\": \"sign\", \"timeout\": \"1h30m0s\"}"));
    }
}
