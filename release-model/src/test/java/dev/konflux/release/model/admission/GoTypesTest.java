package dev.konflux.release.model.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTypesTest {

    @ParameterizedTest
    @CsvSource({
        "1000m, 1",
        "1024Mi, 1Gi",
        "0.5, 500m",
        "1.5Gi, 1536Mi",
        "512Mi, 512Mi",
        "1000000, 1M",
        "2, 2",
        "100m, 100m",
        "1e3, 1e3",
        "512Ki, 512Ki",
        "0, 0",
        "1500m, 1500m",
        "2000, 2k"
    })
    void amountsLeaveInTheirShortestForm(String given, String written) {
        assertThat(Quantity.canonical(Data.of(given), new GoProblems())).isEqualTo(Data.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, time: invalid duration \"abc\"",
        "5, time: missing unit in duration \"5\"",
        "1d, time: unknown unit \"d\" in duration \"1d\"",
        "1h5x, time: unknown unit \"x\" in duration \"1h5x\"",
        "., time: invalid duration \".\""
    })
    void durationsAreRefusedInGosWords(String given, String words) {
        assertThat(DurationFault.of(given)).isEqualTo(words);
    }
}
