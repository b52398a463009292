package dev.konflux.release.testkit.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "1024Mi, 1Gi",
        "1.5Gi, 1536Mi",
        "512, 512",
        "0.5Ki, 512",
        "1000m, 1",
        "1500m, 1500m",
        "1000000, 1M",
        "1e3, 1e3",
        "2000, 2k",
        "0, 0",
    })
    void quantitiesAreWrittenInTheLargestFittingUnit(String text, String canonical) {
        assertThat(Quantity.parse(text).map(Quantity::text)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({"1Gi, 1.5, 1536Mi", "1G, 1.5, 1500M", "3, 1.5, 5", "1Gi, 1.3, 1395864372", "1e3, 2, 2e3"})
    void productsAreRoundedUpAndKeepTheirStyle(String text, double factor, String product) {
        assertThat(Quantity.parse(text).map(amount -> amount.times(factor).text()))
                .contains(product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lots", "1GiB", "1 Gi", "--1", "1e"})
    void otherTextsAreNoQuantities(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }
}
