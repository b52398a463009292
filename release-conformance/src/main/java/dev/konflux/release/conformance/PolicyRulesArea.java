package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.RuleEvaluationException;
import dev.konflux.release.policy.RuleKind;
import dev.konflux.release.policy.RuleResult;
import dev.konflux.release.policy.builtin.BuiltInRules;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One rule package over one input: what its rules deny and what they warn of. */
final class PolicyRulesArea implements Area {

    @Override
    public DataObject answer(DataObject input) {
        String packageName = input.findText("package").orElseThrow();
        List<PolicyRule> rules = rules(input.findText("area").orElseThrow()).stream()
                .filter(rule -> rule.metadata().packageName().equals(packageName))
                .toList();
        if (rules.isEmpty()) {
            throw new Unsupported("no rules in " + packageName);
        }
        RuleContext context = RuleContext.of(
                input.find("input").orElse(DataObject.empty()),
                input.findObject("data").orElse(DataObject.empty()),
                Instant.parse(input.findText("now").orElseThrow()),
                new RecordedCapabilities(input.findObject("builtins").orElse(DataObject.empty())));
        try {
            return DataObject.of(
                    "deny", results(rules, RuleKind.DENY, context), "warn", results(rules, RuleKind.WARN, context));
        } catch (RuleEvaluationException givenUp) {
            throw new Refused(String.valueOf(givenUp.getMessage()));
        }
    }

    private static List<PolicyRule> rules(String area) {
        return switch (area) {
            case "release" -> BuiltInRules.release();
            case "pipeline" -> BuiltInRules.pipeline();
            case "task" -> BuiltInRules.task();
            case "stepaction" -> BuiltInRules.stepaction();
            case "build_task" -> BuiltInRules.buildTask();
            default -> throw new Unsupported("rules for " + area);
        };
    }

    private static Data results(List<PolicyRule> rules, RuleKind kind, RuleContext context) {
        Set<DataObject> results = new LinkedHashSet<>();
        rules.stream()
                .filter(rule -> rule.metadata().kind() == kind)
                .flatMap(rule -> rule.evaluate(context).stream())
                .map(RuleResult::members)
                .forEach(results::add);
        return DataArray.of(results);
    }
}
