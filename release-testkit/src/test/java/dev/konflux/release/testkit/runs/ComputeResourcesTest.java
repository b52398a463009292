package dev.konflux.release.testkit.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeResourcesTest {

    private static DataObject memory(String kind, String amount) {
        return DataObject.of(kind, DataObject.of("memory", Data.of(amount)));
    }

    private static DataObject times(String multiplier) {
        return DataObject.of("multiplier", Data.of(multiplier));
    }

    private static Optional<String> limit(Optional<DataObject> resources) {
        return resources.flatMap(found -> found.findText("limits", "memory"));
    }

    /** What the real operator answered. */
    @ParameterizedTest
    @CsvSource({
        "1Gi, 1.5, 1536Mi",
        "1Gi, 1.3, 1395864372",
        "512Mi, 2, 1Gi",
        "1G, 1.5, 1500M",
        "1.5Gi, 2, 3Gi",
        "100M, 1.25, 125M",
        "3, 1.5, 5",
        "1Gi, 0.5, 512Mi",
        "1e3, 2, 2e3",
        "1000000, 1.1, 1100k",
        "1Ti, 1.1, 1209462790554",
    })
    void memoryIsMultipliedAndRoundedUpInItsOwnStyle(String memory, String multiplier, String given) {
        assertThat(limit(ComputeResources.multiplied(memory("limits", memory), times(multiplier))))
                .contains(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "", "twice", "1e999"})
    void withoutAFactorAboveZeroThereIsNoMitigation(String multiplier) {
        assertThat(ComputeResources.multiplied(memory("limits", "1Gi"), times(multiplier)))
                .isEmpty();
    }

    @Test
    void withoutMemoryThereIsNoMitigation() {
        DataObject processors = DataObject.of("limits", DataObject.of("cpu", Data.of("2")));

        assertThat(ComputeResources.multiplied(processors, times("2"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4Gi, 2Gi, 2Gi", "4Gi, 8Gi, 8Gi", "4Gi, 100Gi, 8Gi"})
    void theCapMayEvenLowerTheLimit(String memory, String most, String given) {
        DataObject mitigation = times("2").with("maxComputeResources", memory("limits", most));

        assertThat(limit(ComputeResources.multiplied(memory("limits", memory), mitigation)))
                .contains(given);
    }

    @Test
    void aCapOfLimitsDoesNotConcernRequests() {
        DataObject mitigation = times("2").with("maxComputeResources", memory("limits", "1Gi"));

        assertThat(ComputeResources.multiplied(memory("requests", "1Gi"), mitigation))
                .contains(memory("requests", "2Gi"));
    }

    @Test
    void otherResourcesAreKept() {
        DataObject resources = memory("limits", "1Gi").withPath(Data.of("1.125"), "limits", "cpu");

        assertThat(ComputeResources.multiplied(resources, times("2")))
                .contains(memory("limits", "2Gi").withPath(Data.of("1.125"), "limits", "cpu"));
    }
}
