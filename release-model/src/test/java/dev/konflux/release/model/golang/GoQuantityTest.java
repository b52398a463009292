package dev.konflux.release.model.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values are those of Kubernetes' own library. */
class GoQuantityTest {

    @ParameterizedTest
    @CsvSource({
        "1024Mi, 1Gi",
        "1.5Gi, 1536Mi",
        "512, 512",
        "0.5Ki, 512",
        "1000m, 1",
        "0.5, 500m",
        "1500m, 1500m",
        "1000000, 1M",
        "1e3, 1e3",
        "547e4, 5470e3",
        "2000, 2k",
        "0, 0",
        "000, 0",
        "0.00000000001, 1n",
        "1000e18, 1e21",
        "8Ei, 9223372036854775807",
    })
    void quantitiesAreWrittenInTheLargestFittingUnit(String text, String canonical) {
        assertThat(GoQuantity.parse(text).map(GoQuantity::text)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.024G", "1.125", "1025Mi", "1E6", "457.m"})
    void textsThatLookCanonicalAreKept(String text) {
        assertThat(GoQuantity.parse(text).map(GoQuantity::text)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"0.7Gi, 751619276800m", "0.3Ki, 307200m"})
    void binaryAmountsWithAFractionBecomeDecimal(String text, String canonical) {
        assertThat(GoQuantity.parse(text).map(GoQuantity::text)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({"0.7Gi, 2, 1503238554", "100m, 3, 3", "12Ei, 0.5, 4Ei", "7Ei, 2, -9223372036854775808"})
    void productsAreOfWholeUnits(String text, double factor, String product) {
        assertThat(GoQuantity.parse(text).map(amount -> amount.times(factor).text()))
                .contains(product);
    }

    @ParameterizedTest
    @CsvSource({
        "'', " + "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
        "1 Gi, quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
        "1GiB, quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
        "1ki, unable to parse quantity's suffix",
        "1e, unable to parse quantity's suffix",
    })
    void otherTextsAreRefusedInTheClustersWords(String text, String words) {
        assertThat(GoQuantity.parse(text)).isEmpty();
        assertThat(GoQuantity.fault(text)).isEqualTo(words);
    }
}
