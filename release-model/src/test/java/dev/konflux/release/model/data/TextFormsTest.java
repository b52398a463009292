package dev.konflux.release.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.text.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormsTest {

    private static Data json(String text) {
        return JsonReader.create().read(text, "");
    }

    @Test
    void pythonWritesValuesInItsOwnWords() {
        assertThat(PythonText.repr(json("{\"a\": [true, null, 1.50, 1e100, \"it's\", \"x\\n\\u0007\\u2028é\"]}")))
                .isEqualTo("{'a': [True, None, 1.5, 1e+100, \"it's\", 'x\\n\\x07\\u2028é']}");
        assertThat(PythonText.str(json("\"plain\""))).isEqualTo("plain");
    }

    @Test
    void pythonTakesOneAndTrueForEqual() {
        assertThat(PythonEquality.equal(json("[1, {\"a\": 0}]"), json("[true, {\"a\": false}]")))
                .isTrue();
        assertThat(PythonEquality.equal(json("1"), json("\"1\""))).isFalse();
        assertThat(PythonEquality.isTrue(json("0.0"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "12345678901234567890, 12345678901234567000",
        "1E2, 100",
        "1e100, 1e+100",
        "0.00001, 1e-05",
        "0.0001, 0.0001",
        "1.50, 1.5",
        "1e999, 1.7976931348623157e+308",
        "1e17, 1e+17",
        "-3.0, -3",
    })
    void jqWritesNumbersThatWentThroughADouble(String written, String printed) {
        assertThat(JqText.raw(json(written))).isEqualTo(printed);
    }

    @Test
    void jqOrdersByTypeFirst() {
        List<Data> sorted = JqOrder.unique(json("[{\"b\": 1}, [1], \"a\", 2, true, false, null, {\"a\": 2}, 2.0, 10]")
                .asArray()
                .orElseThrow());

        assertThat(sorted).hasToString("[null, false, true, 2, 10, \"a\", [1], {\"a\":2}, {\"b\":1}]");
    }

    @Test
    void aPathHasTwoTextForms() {
        DataPath path = DataPath.of("mapping", "components").item(2).member("signing-secret");

        assertThat(path).hasToString("mapping.components[2]['signing-secret']");
        assertThat(path.jsonPath()).isEqualTo("$.mapping.components[2]['signing-secret']");
        assertThat(DataPath.of("a").item(1).in(json("{\"a\": [1, 2]}"))).contains(Data.of(2));
        assertThat(DataPath.of("a").item(2).in(json("{\"a\": [1, 2]}"))).isEmpty();
    }
}
