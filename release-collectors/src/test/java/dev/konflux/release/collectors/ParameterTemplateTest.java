package dev.konflux.release.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTemplateTest {

    private static final DataObject RELEASE =
            JsonReader.create().read("""
                    {"metadata": {"name": "rel"}, "spec": {"version": "2.1", "list": ["b", "a"], "no": false, "amp": "x&y",
                     "self": "{{ spec.self }}", "alias": "{{ metadata.name }}", "n": 1.50}}""", "").asObject().orElseThrow();

    private static String expand(String text) {
        return ParameterTemplate.of(text).expand(RELEASE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "project = X # project = X",
                "fixVersion = {{ spec.version }} # fixVersion = 2.1",
                "{{metadata.name}}-{{ spec.n }} # rel-1.5",
                "{{ spec.alias }} # rel",
                "{{ spec.list | length }} # 2",
                "{{ spec.list | sort | first | ascii_upcase }} # A",
                "{{ spec.nope // .spec.version }} # 2.1",
                "{{ spec | if .no then 1 else 2 end }} # 2",
            })
    void referencesAreReplaced(String text, String value) {
        assertThat(expand(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ spec.nope }}",
                "{{ spec.no }}",
                "{{ spec.product-version }}",
                "{{ spec.version.x }}",
                "{{{ metadata.name }}}"
            })
    void whatLeadsNowhereIsAFailure(String text) {
        assertThatThrownBy(() -> expand(text)).isInstanceOf(CollectorFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ spec.self }}", "{{ spec.amp }}"})
    void whereTheRealTaskHangsThisFails(String text) {
        assertThatThrownBy(() -> expand(text))
                .isInstanceOf(CollectorFailure.class)
                .hasMessage("the replacement of template variables does not come to an end");
    }

    @Test
    void finalLineBreaksAndOptionsOfEchoAreEaten() {
        assertThat(expand("x\n\n")).isEqualTo("x");
        assertThat(expand("-n")).isEmpty();
        assertThat(expand("-n x")).isEqualTo("-n x");
    }

    @Test
    void theEnvironmentIsOnlyWhatIsGiven() {
        assertThat(ParameterTemplate.of("{{ metadata | env.HOME }}")
                        .withEnvironment(Map.of("HOME", "/h"))
                        .expand(RELEASE))
                .isEqualTo("/h");
    }
}
