package dev.konflux.release.testkit.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskGraphsTest {

    private static Map<String, TaskGraph> read(String table) {
        return TaskGraphs.read(table, new TaskWorks(List.of()));
    }

    @Test
    void lineOfTheTableBecomesATask() {
        TaskGraph graph = read("""
                # a comment

                pipeline small
                collect-data
                push doing push-snapshot after collect-data on collect-data when mapped, atlas taking 8
                """).get("small");

        PipelineTask push = graph.tasks().get(1);
        assertThat(push.name()).isEqualTo("push");
        assertThat(push.after()).containsExactly("collect-data");
        assertThat(push.on()).containsExactly("collect-data");
        assertThat(push.usually()).isEqualTo(Duration.ofMinutes(8));
        assertThat(graph.tasks().get(0).usually()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void taskRunsWhenAllItsWordsHold() {
        PipelineTask task = read("pipeline small\npush-snapshot when mapped, cosign-secret")
                .get("small")
                .tasks()
                .get(0);
        TaskResults results = new TaskResults();
        results.set("apply-mapping", "mapped", "true");
        assertThat(task.when().holds(results)).isFalse();

        results.set("collect-task-params", "sign.cosignSecretName", "key");
        assertThat(task.when().holds(results)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "push-snapshot after collect-data  | push-snapshot needs collect-data, which comes later or never",
                "push-snapshot on collect-data     | push-snapshot needs collect-data, which comes later or never",
                "push-somewhere                    | pipeline small: no task can do 'push-somewhere'",
                "push-snapshot when it-rains       | pipeline small: nobody knows when 'it-rains' is",
                "push-snapshot taking long         | pipeline small: no task is described by 'push-snapshot taking long'"
            })
    void faultOfTheTableIsNamed(String line, String message) {
        assertThatThrownBy(() -> read("pipeline small\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
