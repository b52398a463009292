package dev.konflux.release.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutsTest {

    @ParameterizedTest
    @CsvSource({
        "1h, , , 1h/50m0s/-",
        "10m, , , 10m/5m0s/-",
        "20m, , , 20m/10m0s/-",
        "19m59s, , , 19m59s/9m59.5s/-",
        ", 1h, , 1h10m0s/1h/-",
        ", , 5m, -/-/-",
        "1h, 30m, , 1h/30m/-",
        "1h, 1h, , 1h/50m0s/-",
        "10m, 10m, , 10m/5m0s/-",
        "1h, , 30m, 1h/30m0s/30m",
        "1h, , 31m, 1h/50m0s/10m0s",
        ", 1h, 10m, 1h10m0s/1h/10m",
        "1h, 50m, 10m, 1h/50m/10m",
        "1h, 55m, 10m, 1h/50m0s/10m0s",
        "10m, 55m, 10m, 10m/5m0s/5m0s",
        "0s, 0s, 0s, 0s/0s/0s"
    })
    void theOperatorMakesLimitsFit(
            @Nullable String pipeline, @Nullable String tasks, @Nullable String finals, String expected) {
        DataObject.Builder written = DataObject.builder();
        put(written, "pipeline", pipeline);
        put(written, "tasks", tasks);
        put(written, "finally", finals);

        DataObject adjusted = Timeouts.of(written.build()).adjusted().data();

        assertThat(List.of("pipeline", "tasks", "finally").stream()
                        .map(field -> adjusted.findText(field).orElse("-"))
                        .collect(Collectors.joining("/")))
                .isEqualTo(expected);
    }

    private static void put(DataObject.Builder written, String field, @Nullable String text) {
        if (text != null) {
            written.put(field, text);
        }
    }
}
