package dev.konflux.release.policy.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.policy.Capabilities;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.RuleEvaluationException;
import dev.konflux.release.policy.RuleResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class BuiltInRulesTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");

    private static List<String> messages(List<PolicyRule> rules, String code, String input, String data) {
        JsonReader reader = JsonReader.create();
        RuleContext context = RuleContext.of(
                reader.read(input, ""), reader.read(data, "").asObject().orElseThrow(), NOW, Capabilities.NONE);
        return rules.stream()
                .filter(rule -> rule.metadata().code().equals(code))
                .flatMap(rule -> rule.evaluate(context).stream())
                .map(RuleResult::message)
                .toList();
    }

    @Test
    void thereAreAsManyRulesAsUpstream() {
        assertThat(BuiltInRules.release()).hasSize(165);
        assertThat(BuiltInRules.pipeline()).hasSize(12);
        assertThat(BuiltInRules.task()).hasSize(11);
        assertThat(BuiltInRules.stepaction()).hasSize(4);
        assertThat(BuiltInRules.buildTask()).hasSize(2);
    }

    @Test
    void everyRuleHasATitleAMessageAndACodeOfItsOwn() {
        assertThat(BuiltInRules.all())
                .allSatisfy(rule -> assertThat(rule.metadata().title()).isNotBlank())
                .allSatisfy(rule -> assertThat(rule.metadata().failureMessage()).isNotBlank());
        assertThat(BuiltInRules.all())
                .extracting(rule -> rule.metadata().code())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRuleSaysWhatItLooksAtAndWhatToDo() {
        assertThat(BuiltInRules.all())
                .allSatisfy(rule -> assertThat(rule.metadata().description()).endsWith("."))
                .allSatisfy(rule -> assertThat(rule.metadata().solution()).endsWith("."));
    }

    @Test
    void nothingIsRequiredSoonWhileAnEntryWithoutTasksIsInForce() {
        String pipeline = """
                {"kind": "Pipeline", "spec": {"tasks": [{"taskRef": {"name": "build"}}]}}""";
        String later = "{\"effective_on\": \"2099-01-01T00:00:00Z\", \"tasks\": [\"scan\"]}";
        String now = "{\"effective_on\": \"2022-01-01T00:00:00Z\"%s}";
        String code = "required_tasks.missing_future_required_task";
        String data = "{\"required-tasks\": [" + later + ", " + now + "]}";
        assertThat(messages(BuiltInRules.pipeline(), code, pipeline, data.formatted(", \"tasks\": []")))
                .containsExactly("Task \"scan\" is missing and will be required on 2099-01-01T00:00:00Z");
        assertThat(messages(BuiltInRules.pipeline(), code, pipeline, data.formatted("")))
                .isEmpty();
    }

    @Test
    void dependenciesAreRulesThatExist() {
        List<String> codes =
                BuiltInRules.all().stream().map(rule -> rule.metadata().code()).toList();
        assertThat(BuiltInRules.all())
                .allSatisfy(
                        rule -> assertThat(codes).containsAll(rule.metadata().dependsOn()));
    }

    @Test
    void anImageWithoutAttestationsIsTold() {
        assertThat(messages(BuiltInRules.release(), "attestation_type.pipelinerun_attestation_found", "{}", "{}"))
                .containsExactly("Missing pipelinerun attestation");
    }

    @Test
    void aWeekdayIsKeptFreeOnlyForPipelinesThatRelease() {
        String data = "{\"rule_data\": {\"disallowed_weekdays\": [\"Tuesday\"], \"pipeline_intention\": \"%s\"}}";
        String code = "schedule.weekday_restriction";
        assertThat(messages(BuiltInRules.release(), code, "{}", data.formatted("release")))
                .containsExactly("tuesday is a disallowed weekday: tuesday");
        assertThat(messages(BuiltInRules.release(), code, "{}", data.formatted("staging")))
                .isEmpty();
    }

    @Test
    void aTaskOfAnotherKindIsTold() {
        assertThat(messages(
                        BuiltInRules.task(), "kind.expected_kind", "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}", "{}"))
                .containsExactly("Unexpected kind 'Pod' for task definition");
    }

    @Test
    void releaseDataIsJudgedByRulesOfItsOwn() {
        String input = """
                {"data": {"releaseNotes": {"type": "RHBA", "product_id": [1],
                   "cves": [{"key": "CVE-2025-1", "component": "gone"}],
                   "issues": {"fixed": [{"id": "ABC-1"}]}}},
                 "collected": {"releaseNotes": {"cves": [{"key": "CVE-2025-2", "component": "app"}]}},
                 "issues": {"ABC-1": {"public": false, "resolved": true, "component": "other"}},
                 "product_security": {},
                 "snapshot": {"components": [{"name": "app"}]}}
                """;
        List<String> found = BuiltInRules.releaseData().stream()
                .flatMap(rule ->
                        messages(BuiltInRules.releaseData(), rule.metadata().code(), input, "{}").stream())
                .toList();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "The advisory fixes CVEs but is of type RHBA",
                        "The release notes have no product_name",
                        "The release notes have no product_version",
                        "The release notes have no product_stream",
                        "The release notes have no cpe",
                        "Missing Prodsec file for product 1",
                        "Issue ABC-1 is private",
                        "Issue ABC-1 names component \"other\", which the snapshot lacks",
                        "CVE-2025-1 is said to be fixed in component \"gone\", which the snapshot lacks",
                        "CVE-2025-2 was found for component \"app\", but the release notes leave it out");
    }

    /** Whatever the documents are, rules answer or give up with their own exception. */
    @Property(tries = 100)
    void noDocumentMakesARuleFail(@ForAll("documents") Data input, @ForAll("documents") Data ruleData) {
        DataObject image = DataObject.of("ref", Data.of("registry.local/a@sha256:12"), "source", input);
        Data statement = DataObject.of("statement", DataObject.of("predicate", input));
        DataObject document = DataObject.builder()
                .put("attestations", DataArray.of(input, statement))
                .put("image", image)
                .put("spec", input)
                .put("apiVersion", "v1")
                .build();
        DataObject data = DataObject.of("rule_data", ruleData, "trusted_tasks", ruleData);
        for (PolicyRule rule : BuiltInRules.all()) {
            assertThat(answered(rule, RuleContext.of(document, data, NOW, new Echo(input))))
                    .isTrue();
            assertThat(answered(rule, RuleContext.of(input, data, NOW, Capabilities.NONE)))
                    .isTrue();
        }
    }

    private static boolean answered(PolicyRule rule, RuleContext context) {
        try {
            return rule.evaluate(context) != null;
        } catch (RuleEvaluationException givenUp) {
            return true;
        }
    }

    /** Answers every question with the same document. */
    private record Echo(Data answer) implements Capabilities {

        @Override
        public Optional<Data> imageManifest(String reference) {
            return Optional.of(answer);
        }

        @Override
        public Optional<Data> imageManifests(List<String> references) {
            return Optional.of(answer);
        }

        @Override
        public Optional<Data> imageReferrers(String reference) {
            return Optional.of(answer);
        }

        @Override
        public Optional<Data> imageTagReferences(String reference) {
            return Optional.of(answer);
        }

        @Override
        public Optional<Data> descriptor(String reference) {
            return Optional.of(answer);
        }

        @Override
        public Optional<Data> blob(String reference) {
            return Optional.of(Data.of(answer.toString()));
        }
    }

    @Provide
    Arbitrary<Data> documents() {
        Arbitrary<String> words = Arbitraries.of(
                "name",
                "tasks",
                "results",
                "value",
                "type",
                "params",
                "ref",
                "bundle",
                "resolver",
                "predicateType",
                "predicate",
                "buildType",
                "statement",
                "components",
                "packages",
                "purl",
                "labels",
                "metadata",
                "spec",
                "required_labels",
                "trusted_tasks",
                "layers",
                "digest",
                "effective_on",
                "status",
                "conditions");
        Arbitrary<Data> scalars = Arbitraries.oneOf(
                Arbitraries.integers().between(-2, 40).map(n -> (Data) Data.of((long) n)),
                Arbitraries.of(
                                "",
                                "task",
                                "bundles",
                                "pkg:rpm/a@1",
                                "a/b:1@sha256:x",
                                "2025-01-01T00:00:00Z",
                                "{}",
                                "[")
                        .map(text -> (Data) Data.of(text)),
                Arbitraries.of(true, false).map(truth -> (Data) Data.of(truth)),
                Arbitraries.just(Data.nothing()));
        Arbitrary<Data> documents = scalars;
        for (int depth = 0; depth < 5; depth++) {
            Arbitrary<Data> inner = documents;
            documents = Arbitraries.frequencyOf(
                    Tuple.of(1, scalars),
                    Tuple.of(2, inner.list().ofMaxSize(2).map(items -> (Data) DataArray.of(items))),
                    Tuple.of(4, Arbitraries.maps(words, inner).ofMaxSize(4).map(members ->
                            (Data) DataObject.of(members))));
        }
        return documents;
    }
}
