package dev.konflux.release.model.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTypesTest {

    @ParameterizedTest
    @CsvSource({"1000m, 1", "1.5Gi, 1536Mi", "1.125, 1.125"})
    void amountsLeaveAsTheClusterWritesThem(String given, String written) {
        assertThat(GoScalar.QUANTITY.passed(Data.of(given), GoPath.ROOT, new GoProblems()))
                .isEqualTo(Data.of(written));
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
