package dev.konflux.release.model.releasedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskParametersTest {

    private static final DataObject DATA =
            JsonReader.create().read("""
                    {"sign": {"configMapName": "keys", "keyless": true, "off": false, "nothing": null, "tries": 3, "rate": 1.5},
                     "pyxis": {"servers": ["stage", 1]}, "flat.name": "reachable"}
                    """, "").asObject().orElseThrow();

    private final TaskParameters parameters = TaskParameters.of(DATA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".sign.configMapName | keys",
                ".sign.keyless | True",
                ".sign.off | False",
                ".sign.tries | 3",
                ".sign.rate | 1.5",
                ".pyxis.servers | [\"stage\", 1]",
                ".pyxis.servers[0] | stage",
                ".pyxis.servers[-1] | 1",
                ".[\"flat.name\"] | reachable",
                "flat.name | reachable",
                "pyxis | {\"servers\": [\"stage\", 1]}"
            })
    void valuesAreTextsAsPythonWritesThem(String key, String text) {
        assertThat(parameters.require(key)).isEqualTo(text);
    }

    @Test
    void aDefaultCountsOnlyWhereThereIsNoValueButNull() {
        assertThat(parameters.orElse(".sign.off", "True")).isEqualTo("False");
        assertThat(parameters.orElse(".sign.server", "prod")).isEqualTo("prod");
        assertThat(parameters.orElse(".sign.nothing", "prod")).isEqualTo("prod");
    }

    @Test
    void aMissingValueWithoutDefaultIsAnErrorThatNamesItsKey() {
        assertThatThrownBy(() -> parameters.require(".sign.server"))
                .isInstanceOf(ReleaseDataException.class)
                .hasMessageContaining("Key .sign.server not found in data file and no default value was provided");
    }

    @Test
    void onlyAKeyThatBeginsWithADotIsAPath() {
        assertThat(parameters.orElse("sign.tries", "none")).isEqualTo("none");
        assertThat(parameters.orElse(".flat.name", "none")).isEqualTo("none");
        assertThat(parameters.orElse(".sign.tries.first", "none")).isEqualTo("none");
        assertThat(parameters.orElse(".pyxis.servers[2]", "none")).isEqualTo("none");
        assertThat(parameters.orElse(".pyxis.servers.first", "none")).isEqualTo("none");
    }
}
