package dev.konflux.release.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are no objects; the words were compared with those of Go's decoder. */
class UnrecognizedTest {

    private static final String RELEASES = "/apis/appstudio.redhat.com/v1alpha1/namespaces/shop/releases";

    private final KubernetesHandler cluster = KubernetesHandler.of(Stores.withNamespaces("shop"));

    private String refusal(String type, String body) {
        return cluster.answer(KubernetesRequest.of("POST", RELEASES).with(type, body))
                .body()
                .orElseThrow()
                .findText("message")
                .orElse("")
                .replace("the object provided is unrecognized (must be of type Release): ", "")
                .replace("couldn't get version/kind; json parse error: ", "parse: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|parse: unexpected end of JSON input (<empty>)",
                "{|parse: unexpected end of JSON input ({)",
                "nul|parse: invalid character ' ' in literal null (expecting 'l') (6e756c)",
                "{\"kind\":\"K\"} x|parse: invalid character 'x' after top-level value ({\"kind\":\"K\"} x)",
                "{\"a\" 1}|parse: invalid character '1' after object key ({\"a\" 1})",
                "{\"a\":}|parse: invalid character '}' looking for beginning of value ({\"a\":})",
                "{'a':1}|parse: invalid character '\\'' looking for beginning of object key string ({'a':1})",
                "{\"a\":1,}|parse: invalid character '}' looking for beginning of object key string ({\"a\":1,})",
                "{\"a\":1 2}|parse: invalid character '2' after object key:value pair ({\"a\":1 2})",
                "[1 2]|parse: invalid character '2' after array element (5b3120325d)",
                "[1,2|parse: unexpected end of JSON input (5b312c32)",
                "{\"a\":-}|parse: invalid character '}' in numeric literal ({\"a\":-})",
                "{\"a\":1.}|parse: invalid character '}' after decimal point in numeric literal ({\"a\":1.})",
                "{\"a\":1e}|parse: invalid character '}' in exponent of numeric literal ({\"a\":1e})",
                "{\"a\":\"\\x\"}|parse: invalid character 'x' in string escape code ({\"a\":\"\\x\"})",
                "{\"kind\":1}|parse: json: cannot unmarshal number into Go struct field .kind of type string ({\"kind\":1})",
                "null|Object 'Kind' is missing in 'null' (6e756c6c)",
                "{\"apiVersion\":\"appstudio.redhat.com/v1alpha1\"}|Object 'Kind' is missing in '{\"apiVersion\":\"appstudio.redhat.com/v1alpha1\"}' ({\"apiVersion\":\"appstudio.redha ...)"
            })
    void brokenJsonIsToldInTheWordsOfTheServer(String body, String problem) {
        assertThat(refusal("application/json", body)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: [|yaml: line 1: did not find expected node content (613a205b)",
                "a: b: c|yaml: mapping values are not allowed in this context (613a20623a2063)",
                "*x|yaml: unknown anchor 'x' referenced (2a78)"
            })
    void brokenYamlIsToldInTheWordsOfTheServer(String body, String problem) {
        assertThat(refusal("application/yaml", body)).isEqualTo(problem);
    }
}
