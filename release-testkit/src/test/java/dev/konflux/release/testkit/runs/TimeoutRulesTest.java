package dev.konflux.release.testkit.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.Timeouts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutRulesTest {

    private static Timeouts limits(String text) {
        String[] parts = text.split("/", -1);
        Timeouts limits = Timeouts.none();
        limits = duration(parts[0]).map(limits::withPipeline).orElse(limits);
        limits = duration(parts[1]).map(limits::withTasks).orElse(limits);
        return duration(parts[2]).map(limits::withFinallyTasks).orElse(limits);
    }

    private static Optional<Duration> duration(String text) {
        return GoDuration.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "//, 2h//",
        "0s/0s/0s, 0s/0s/0s",
        "1h//, 1h/50m/",
        "10m//, 10m/5m/",
        "20m//, 20m/10m/",
        "/1h/, 1h10m/1h/",
        "//10m, 2h//",
        "1h/2h/, 1h/50m/",
        "1h/30m/, 1h/30m/",
        "1h//30m, 1h/30m/30m",
        "1h//31m, 1h/50m/10m",
        "/1h/10m, 1h10m/1h/10m",
        "1h/55m/10m, 1h/50m/10m",
        "1h/40m/10m, 1h/40m/10m",
    })
    void limitsAreMadeToFitEachOther(String wanted, String given) {
        assertThat(TimeoutRules.forRun(limits(wanted), limits("2h//"))).isEqualTo(limits(given));
    }
}
