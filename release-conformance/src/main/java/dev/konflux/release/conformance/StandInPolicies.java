package dev.konflux.release.conformance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JqOrder;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.policy.EngineOutcome;
import dev.konflux.release.policy.PolicyEngine;
import dev.konflux.release.policy.PolicyEvaluationException;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.RuleKind;
import dev.konflux.release.policy.RuleMetadata;
import dev.konflux.release.policy.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Native rules that stand in for the small Rego policies of the cases; which ones a text has is read off its package and rule names. */
final class StandInPolicies {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (\\w+)$");
    private static final Pattern SHORT_NAME = Pattern.compile("(?m)^#   short_name: (\\w+)$");

    private StandInPolicies() {}

    /** The engine for the texts of a source group. */
    static PolicyEngine engine(List<String> policies) {
        List<PolicyRule> rules = new ArrayList<>();
        for (String policy : policies) {
            rules.addAll(rules(policy));
        }
        return new StandInEngine(rules);
    }

    private static List<PolicyRule> rules(String policy) {
        String name = names(PACKAGE, policy).stream().findFirst().orElse("");
        List<PolicyRule> rules = switch (name) {
            case "main" -> List.of(hasName(), allowedTags(), owner(), oldField());
            case "other" -> List.of(size(), soft());
            case "plain" -> List.of(plainDeny(), plainWarn());
            case "exc" -> List.of(excepted());
            case "broken" -> throw uncompiled("rego_unsafe_var_error: var x is unsafe");
            case "h" -> throw uncompiled("rego_type_error: undefined function http.send");
            default -> throw new Area.Unsupported("no stand-in for the Rego package " + name);
        };
        List<String> expected = rules.stream()
                .map(PolicyRule::metadata)
                .filter(RuleMetadata::annotated)
                .map(RuleMetadata::shortName)
                .toList();
        if (!expected.equals(names(SHORT_NAME, policy))) {
            throw new Area.Unsupported("the Rego package " + name + " has other rules than its stand-in");
        }
        return rules;
    }

    private static PolicyEvaluationException uncompiled(String problem) {
        return new PolicyEvaluationException("load: loading policies: get compiler: 1 error occurred: " + problem);
    }

    private static List<String> names(Pattern pattern, String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private record Rule(RuleMetadata metadata, BiFunction<RuleMetadata, RuleContext, Stream<RuleResult>> body)
            implements PolicyRule {

        @Override
        public List<RuleResult> evaluate(RuleContext context) {
            return body.apply(metadata, context).toList();
        }
    }

    private static PolicyRule hasName() {
        RuleMetadata metadata = RuleMetadata.of(RuleKind.DENY, "main", "has_name")
                .title("Must have name")
                .description("The name is needed.")
                .solution("Add a name.")
                .addCollections("basic", "strict")
                .build();
        return new Rule(
                metadata, (rule, context) -> absent(context, "name").map(gone -> RuleResult.of(rule, "No name")));
    }

    private static PolicyRule allowedTags() {
        RuleMetadata metadata = RuleMetadata.of(RuleKind.DENY, "main", "allowed_tags")
                .title("Allowed tags")
                .description(
                        "Every tag has to be allowed. See the list in the rule data for the complete set of allowed"
                                + " values which is rather long so that this description has to be wrapped.")
                .solution("Remove the tag.")
                .addCollections("strict")
                .addDependsOn("main.has_name")
                .build();
        return new Rule(metadata, StandInPolicies::tags);
    }

    private static Stream<RuleResult> tags(RuleMetadata rule, RuleContext context) {
        List<Data> allowed = context.data().items("rule_data", "allowed_tags");
        return context.input().items("tags").stream()
                .filter(tag -> !allowed.contains(tag))
                .map(tag -> RuleResult.of(rule, "Tag " + quoted(tag) + " is not allowed")
                        .with("term", tag));
    }

    private static PolicyRule owner() {
        RuleMetadata metadata = RuleMetadata.of(RuleKind.DENY, "main", "owner")
                .title("Future rule")
                .description("Owner will be needed")
                .effectiveOn("2030-01-01T00:00:00Z")
                .build();
        return new Rule(
                metadata,
                (rule, context) -> absent(context, "owner").map(gone -> RuleResult.of(rule, "Owner is missing.")));
    }

    private static PolicyRule oldField() {
        RuleMetadata metadata = RuleMetadata.of(RuleKind.WARN, "main", "old_field")
                .title("Deprecated field")
                .description("The old field is deprecated.")
                .build();
        return new Rule(
                metadata,
                (rule, context) -> Stream.of("legacy", "old")
                        .filter(field -> context.input()
                                .find(field)
                                .filter(value -> !isFalse(value))
                                .isPresent())
                        .map(field -> result(rule.code(), "Field \"" + field + "\" is deprecated")
                                .with("term", DataArray.of(Data.of(field), Data.of("field")))));
    }

    private static PolicyRule size() {
        RuleMetadata metadata = RuleMetadata.of(RuleKind.DENY, "other", "size")
                .title("Size")
                .description("Size must be small.")
                .build();
        return new Rule(
                metadata,
                (rule, context) -> context.input().find("size").stream()
                        .filter(size -> ownRuleData(context, "max_size", Data.of(10))
                                .filter(most -> isGreater(size, most))
                                .isPresent())
                        .flatMap(size -> ownRuleData(context, "size_severity", Data.of("failure")).stream())
                        .map(severity -> result("other.size", "too big").with("severity", severity)));
    }

    private static PolicyRule soft() {
        RuleMetadata metadata =
                RuleMetadata.of(RuleKind.WARN, "other", "soft").title("Soft").build();
        return new Rule(
                metadata,
                (rule, context) -> context.input().find("soft").stream()
                        .filter(soft -> !isFalse(soft))
                        .map(soft -> result("other.soft", "soft").with("severity", soft)));
    }

    private static PolicyRule plainDeny() {
        RuleMetadata metadata =
                RuleMetadata.of(RuleKind.DENY, "plain", "deny").annotated(false).build();
        return new Rule(
                metadata,
                (rule, context) -> Stream.concat(
                        Stream.of(RuleResult.of("always denied")),
                        context.input().find("o").stream()
                                .filter(value -> !isFalse(value))
                                .map(value -> RuleResult.of(DataObject.of("msg", Data.of("object only"))))));
    }

    private static PolicyRule plainWarn() {
        RuleMetadata metadata =
                RuleMetadata.of(RuleKind.WARN, "plain", "warn").annotated(false).build();
        return new Rule(
                metadata,
                (rule, context) -> context.input().find("w").stream()
                        .filter(value -> !isFalse(value))
                        .map(value -> RuleResult.of("warned " + value.asText().orElseGet(value::toString))));
    }

    private static PolicyRule excepted() {
        RuleMetadata metadata =
                RuleMetadata.of(RuleKind.DENY, "exc", "a").title("A").build();
        return new Rule(metadata, (rule, context) -> Stream.of(result("exc.a", "a")));
    }

    private static RuleResult result(String code, String message) {
        return RuleResult.of(DataObject.of("code", Data.of(code), "msg", Data.of(message)));
    }

    /** One element when the member is not there (or false). */
    private static Stream<Boolean> absent(RuleContext context, String name) {
        return context.input().find(name).filter(value -> !isFalse(value)).isPresent()
                ? Stream.empty()
                : Stream.of(true);
    }

    private static boolean isFalse(Data value) {
        return value.asBoolean().filter(truth -> !truth).isPresent();
    }

    /** Without any rule data of the policy's own the look-up is undefined, default or not. */
    private static Optional<Data> ownRuleData(RuleContext context, String key, Data otherwise) {
        return context.data()
                .findObject("rule_data__configuration__")
                .map(own -> own.find(key).orElse(otherwise));
    }

    private static boolean isGreater(Data a, Data b) {
        return JqOrder.ORDER.compare(a, b) > 0;
    }

    private static String quoted(Data tag) {
        return JsonText.compact().write(tag);
    }

    /** Native rules, and the exception by which the package {@code exc} sets its only rule aside. */
    private record StandInEngine(List<PolicyRule> standIns) implements PolicyEngine {

        @Override
        public List<RuleMetadata> rules() {
            return standIns.stream().map(PolicyRule::metadata).toList();
        }

        @Override
        public EngineOutcome evaluate(String namespace, RuleContext context) {
            EngineOutcome found = PolicyEngine.of(standIns).evaluate(namespace, context);
            boolean skips = namespace.equals("exc")
                    && context.input()
                            .find("skip")
                            .filter(value -> !isFalse(value))
                            .isPresent();
            if (!skips) {
                return found;
            }
            RuleResult exception = RuleResult.of("data.exc.exception[_][_] == \"a\"");
            return new EngineOutcome(List.of(), List.of(), List.of(exception), List.of());
        }
    }
}
