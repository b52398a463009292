package dev.konflux.release.conformance;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.policy.Outcome;
import dev.konflux.release.policy.PolicyEvaluationException;
import dev.konflux.release.policy.PolicyEvaluator;
import dev.konflux.release.policy.PolicyInput;
import dev.konflux.release.policy.PolicyReport;
import dev.konflux.release.policy.PolicyResult;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.RuleDecision;
import dev.konflux.release.policy.RuleKind;
import dev.konflux.release.policy.RuleMetadata;
import dev.konflux.release.policy.RuleResult;
import dev.konflux.release.policy.RuleSelection;
import dev.konflux.release.policy.SelectionFilter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Generated policies and rules through selection, classification and sorting. */
final class PolicySelectionArea {

    private PolicySelectionArea() {}

    /** A rule that always yields the results given in the case. */
    private record RecordedRule(RuleMetadata metadata, List<RuleResult> results) implements PolicyRule {

        @Override
        public List<RuleResult> evaluate(RuleContext context) {
            return results;
        }
    }

    static DataObject answer(DataObject input) {
        List<RecordedRule> rules =
                input.items("rules").stream().map(PolicySelectionArea::rule).toList();
        Instant now = Instant.parse(input.findText("effective_time").orElseThrow());
        PolicyInput target = PolicyInput.ofImage(
                DataObject.empty(),
                input.findText("target", "image_ref").orElse(""),
                input.findText("target", "component_name").orElse(""));
        List<RecordedRule> annotated =
                rules.stream().filter(rule -> rule.metadata().annotated()).toList();
        DataObject.Builder answer = DataObject.builder();
        evaluator(input, annotated).select(target.target(), now).forEach(s -> answer.put("resolution", resolution(s)));
        try {
            PolicyReport verdict = evaluator(input, rules).evaluate(target, now);
            answer.put("outcomes", outcomes(verdict.outcomes()));
            answer.put(
                    "report",
                    report(
                            verdict,
                            input.find("detailed").flatMap(Data::asBoolean).orElse(false)));
        } catch (PolicyEvaluationException refused) {
            answer.put("error", String.valueOf(refused.getMessage()));
        }
        return answer.build();
    }

    private static PolicyEvaluator evaluator(DataObject input, List<RecordedRule> rules) {
        EnterpriseContractPolicy.Builder policy = EnterpriseContractPolicy.builder()
                .source(PolicySource.of(input.findObject("source").orElseThrow()));
        input.findObject("configuration").ifPresent(global -> policy.set(global, "spec", "configuration"));
        return PolicyEvaluator.of(policy.build())
                .rules(rules)
                .filter(SelectionFilter.find(input.findText("filter").orElse(""))
                        .orElseThrow())
                .build();
    }

    private static RecordedRule rule(Data rule) {
        boolean annotated = rule.find("annotated").flatMap(Data::asBoolean).orElse(true);
        RuleKind kind = rule.findText("kind").filter("warn"::equals).isPresent() ? RuleKind.WARN : RuleKind.DENY;
        String name = annotated ? rule.findText("short_name").orElse("") : kind.setName();
        RuleMetadata.Builder metadata =
                RuleMetadata.of(kind, rule.findText("package").orElse(""), name);
        metadata.annotated(annotated);
        if (annotated) {
            metadata.title(rule.findText("title").orElse(""));
            metadata.description(rule.findText("description").orElse(""));
            metadata.solution(rule.findText("solution").orElse(""));
            metadata.effectiveOn(rule.findText("effective_on").filter(date -> !date.isEmpty()));
            metadata.collections(texts(rule, "collections"));
            metadata.dependsOn(texts(rule, "depends_on"));
            metadata.pipelineIntention(texts(rule, "pipeline_intention"));
        }
        List<RuleResult> results = rule.items("results").stream()
                .map(result -> result.asObject()
                        .map(RuleResult::of)
                        .orElseGet(() -> RuleResult.of(result.asText().orElseThrow())))
                .toList();
        return new RecordedRule(metadata.build(), results);
    }

    private static List<String> texts(Data holder, String name) {
        return holder.items(name).stream()
                .flatMap(item -> item.asText().stream())
                .toList();
    }

    private static DataObject resolution(RuleSelection selection) {
        DataObject.Builder explanations = DataObject.builder();
        selection.includedPackages().forEach(name -> explanations.put(name, "package contains included rules"));
        selection.decisions().values().forEach(decision -> explanations.put(decision.code(), decision.reason()));
        return DataObject.builder()
                .put("included_rules", DataArray.ofTexts(selection.includedRules()))
                .put("excluded_rules", DataArray.ofTexts(excluded(selection)))
                .put("included_packages", DataArray.ofTexts(selection.includedPackages()))
                .put(
                        "missing_includes",
                        DataArray.ofTexts(
                                selection.missingIncludes().stream().sorted().toList()))
                .put("explanations", explanations.build())
                .build();
    }

    private static List<String> excluded(RuleSelection selection) {
        return selection.decisions().values().stream()
                .filter(RuleDecision::isExcluded)
                .map(RuleDecision::code)
                .sorted()
                .toList();
    }

    private static DataArray outcomes(List<Outcome> outcomes) {
        return sorted(outcomes.stream()
                .map(outcome -> DataObject.builder()
                        .put("namespace", outcome.namespace())
                        .put("successes", results(outcome.successes()))
                        .put("warnings", results(outcome.warnings()))
                        .put("failures", results(outcome.failures()))
                        .put("exceptions", results(outcome.exceptions()))
                        .put("skipped", results(outcome.skipped()))
                        .build()));
    }

    private static DataArray results(List<PolicyResult> results) {
        return sorted(results.stream().map(PolicyResult::document));
    }

    private static DataArray sorted(Stream<DataObject> items) {
        JsonText text = JsonText.python().sortedNames();
        return DataArray.of(
                items.sorted((a, b) -> text.write(a).compareTo(text.write(b))).toList());
    }

    private static DataObject report(PolicyReport verdict, boolean detailed) {
        return DataObject.builder()
                .put("success", verdict.isSuccess())
                .put("violations", shown(verdict.violations(), detailed))
                .put("warnings", shown(verdict.warnings(), detailed))
                .put("successes", shown(verdict.successes(), detailed))
                .put("success-count", verdict.successes().size())
                .build();
    }

    private static DataArray shown(List<PolicyResult> results, boolean detailed) {
        return DataArray.of(results.stream()
                .map(result -> result.shown(detailed).document())
                .toList());
    }
}
