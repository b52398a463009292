package dev.konflux.release.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "3h50m, PT3H50M",
        "60m, PT1H",
        "01h0m0s, PT1H",
        "1.5h, PT1H30M",
        ".5s, PT0.5S",
        "-2s, PT-2S",
        "0, PT0S",
        "1h1ms, PT1H0.001S"
    })
    void understandsWhatGoUnderstands(String text, Duration expected) {
        assertThat(GoDuration.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "1d", "h", ".s", "1h 2m", "two", "9999999h"})
    void refusesWhatGoRefuses(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }

    @Test
    void writesAsGoWrites() {
        assertThat(GoDuration.format(Duration.ofHours(1))).isEqualTo("1h0m0s");
        assertThat(GoDuration.format(Duration.ofMillis(599_500))).isEqualTo("9m59.5s");
        assertThat(GoDuration.format(Duration.ofMillis(250))).isEqualTo("250ms");
        assertThat(GoDuration.format(Duration.ofSeconds(100))).isEqualTo("1m40s");
    }

    @Property
    void readingWhatWasWrittenGivesTheSame(@ForAll long nanos) {
        Duration duration = Duration.ofNanos(nanos == Long.MIN_VALUE ? 0 : nanos);

        assertThat(GoDuration.parse(GoDuration.format(duration))).contains(duration);
    }
}
