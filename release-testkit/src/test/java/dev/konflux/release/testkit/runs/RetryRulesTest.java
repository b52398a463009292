package dev.konflux.release.testkit.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRulesTest {

    private static final String POLICY = """
            {"maxRetries": 2, "disableOn": {"tags": ["latest", "dev"]}, "mitigations": {"oomKill": {"multiplier": "2"}}}""";

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "test").asObject().orElseThrow();
    }

    private static Optional<ServiceSettings> retryable(String url, String policy) {
        return Optional.of(new ServiceSettings("release-service", Optional.of(json("""
                        {"spec": {"retryablePipelines": [
                          {"url": "%s", "revision": "prod.*", "pathInRepo": "p.yaml", "retryPolicy": %s}]}}""".formatted(url, policy)))));
    }

    private static ReleasePlanAdmission admission(String spec) {
        return ReleasePlanAdmission.of(DataObject.of("spec", json(spec)));
    }

    private static String pipeline(String more) {
        return """
                "pipeline": {%s "pipelineRef": {"resolver": "git", "params": [
                  {"name": "url", "value": "https://git/catalog"},
                  {"name": "revision", "value": "production"},
                  {"name": "pathInRepo", "value": "p.yaml"}]}}""".formatted(more);
    }

    private static DataObject info(String admission, List<ReleasePlan> plans, Optional<ServiceSettings> service) {
        return RetryRules.retryInfo(admission("{" + admission + "}"), plans, service);
    }

    private static DataObject disabled(String reason) {
        return DataObject.of("enabled", Data.of(false), "reason", Data.of(reason));
    }

    @Test
    void theFirstRuleThatAppliesDecides() {
        Optional<ServiceSettings> service = retryable("https://git/.*", POLICY);

        assertThat(info(pipeline(""), List.of(), Optional.empty()))
                .isEqualTo(disabled("no retry configuration available"));
        assertThat(info("", List.of(), service)).isEqualTo(disabled("no pipeline defined"));
        assertThat(info(pipeline("\"maxRetries\": 0,"), List.of(), service))
                .isEqualTo(disabled("retries disabled by RPA pipeline override"));
        assertThat(info(pipeline(""), List.of(), retryable("https://elsewhere", POLICY)))
                .isEqualTo(disabled("pipeline not configured for retries"));
    }

    @Test
    void thePolicysNumberHoldsUnlessTheAdmissionHasOneOfItsOwn() {
        Optional<ServiceSettings> service = retryable("https://git/.*", POLICY);

        assertThat(info(pipeline(""), List.of(), service)).isEqualTo(json("""
                        {"enabled": true, "maxRetries": 2, "reason": "retries enabled by policy",
                         "mitigations": {"oomKill": {"multiplier": "2"}}}"""));
        assertThat(info(pipeline("\"maxRetries\": 5,"), List.of(), service)).isEqualTo(json("""
                        {"enabled": true, "maxRetries": 5, "reason": "retries enabled by RPA pipeline override",
                         "mitigations": {"oomKill": {"multiplier": "2"}}}"""));
    }

    @Test
    void aPolicyOfNoRetriesIsEnabledAllTheSame() {
        assertThat(info(pipeline(""), List.of(), retryable("https://git/.*", "{\"maxRetries\": 0}")))
                .isEqualTo(json("{\"enabled\": true, \"maxRetries\": 0, \"reason\": \"retries enabled by policy\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://git/catalog, true",
        "https://git/.*, true",
        "git/catalog, false",
        "https://git/cat|x, false",
        "(, false",
    })
    void anExpressionMustMatchTheWholeAddress(String url, boolean isRetried) {
        assertThat(info(pipeline(""), List.of(), retryable(url, POLICY)).find("enabled"))
                .contains(Data.of(isRetried));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'mapping': {'defaults': {'tags': ['latest']}}}",
                "{'mapping': {'components': [{'tags': ['latest']}]}}",
                "{'mapping': {'components': [{'componentTags': ['latest']}]}}",
                "{'mapping': {'components': [{'repositories': [{'tags': ['latest']}]}]}}",
            })
    void aTagOfTheAdmissionOrOfOneOfItsPlansDisablesRetries(String data) {
        String json = data.replace('\'', '"');
        ReleasePlan plan = ReleasePlan.of(json("{\"spec\": {\"data\": " + json + "}}"));
        Optional<ServiceSettings> service = retryable("https://git/.*", POLICY);

        assertThat(info(pipeline("\"maxRetries\": 5,") + ", \"data\": " + json, List.of(), service))
                .isEqualTo(disabled("disabled by tag: latest"));
        assertThat(info(pipeline(""), List.of(plan), service)).isEqualTo(disabled("disabled by tag: latest"));
    }

    @Test
    void theTagThatStandsFirstInThePolicyIsNamed() {
        String data = "\"data\": {\"mapping\": {\"defaults\": {\"tags\": [\"dev\", 5, \"latest\"]}}}";

        assertThat(info(pipeline("") + "," + data, List.of(), retryable("https://git/.*", POLICY)))
                .isEqualTo(disabled("disabled by tag: latest"));
    }

    @ParameterizedTest
    @CsvSource({"Latest", "'{{ latest }}'", "latest-1"})
    void tagsAreComparedAsTheyAre(String tag) {
        String data = "\"data\": {\"mapping\": {\"defaults\": {\"tags\": [\"" + tag + "\"]}}}";

        assertThat(info(pipeline("") + "," + data, List.of(), retryable("https://git/.*", POLICY))
                        .find("enabled"))
                .contains(Data.of(true));
    }
}
