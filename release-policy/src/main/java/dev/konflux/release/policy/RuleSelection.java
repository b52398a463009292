package dev.konflux.release.policy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which rules of one source group take part for a target, decided from metadata alone. Rules are known by their codes. */
public final class RuleSelection {

    private static final String NO_INTENTION = "rule does not match pipeline intention criteria";

    private final ImmutableMap<String, RuleDecision> decisions;
    private final ImmutableSet<String> includedPackages;
    private final ImmutableSet<String> missingIncludes;

    private RuleSelection(
            Map<String, RuleDecision> decisions, Set<String> includedPackages, Set<String> missingIncludes) {
        this.decisions = ImmutableMap.copyOf(decisions);
        this.includedPackages = ImmutableSet.copyOf(includedPackages);
        this.missingIncludes = ImmutableSet.copyOf(missingIncludes);
    }

    static RuleSelection of(
            List<RuleMetadata> rules,
            SelectionFilter filter,
            DataObject ruleData,
            SourceCriteria criteria,
            Target target) {
        Scales scales = Scales.of(criteria, target.withoutComponent());
        Predicate<RuleMetadata> intended = filter == SelectionFilter.EC_POLICY ? intendedBy(ruleData) : rule -> true;
        Map<String, RuleDecision> decisions = new LinkedHashMap<>();
        Set<String> packages = new TreeSet<>();
        Set<String> matched = new HashSet<>();
        for (RuleMetadata rule : rules) {
            List<String> matchers = Matchers.of(rule);
            String code = Matchers.selectionCode(rule);
            boolean fits = intended.test(rule);
            RuleDecision decision = fits ? decide(code, matchers, scales) : unintended(code);
            if (fits) {
                matched.addAll(matchers);
            }
            if (decision.included()) {
                packages.add(Matchers.firstPart(code));
            }
            decisions.merge(code, decision, (a, b) -> a.included() ? a : b);
        }
        Set<String> missing = new LinkedHashSet<>(scales.include().texts());
        missing.removeAll(matched);
        return new RuleSelection(decisions, packages, missing);
    }

    private static Predicate<RuleMetadata> intendedBy(DataObject ruleData) {
        List<String> intentions = texts(ruleData.find("pipeline_intention").orElse(Data.nothing()));
        return intentions.isEmpty()
                ? rule -> rule.pipelineIntention().isEmpty()
                : rule -> rule.pipelineIntention().stream().anyMatch(intentions::contains);
    }

    private static List<String> texts(Data value) {
        List<String> texts = new ArrayList<>();
        value.asText().ifPresent(texts::add);
        value.asArray().ifPresent(items -> items.forEach(item -> item.asText().ifPresent(texts::add)));
        return texts;
    }

    private static RuleDecision unintended(String code) {
        return new RuleDecision(code, false, new Score(0, 0), NO_INTENTION, List.of(), List.of());
    }

    private static RuleDecision decide(String code, List<String> matchers, Scales scales) {
        Score score = scales.weigh(matchers);
        Set<String> includes = scales.include().texts();
        boolean byDefault = includes.isEmpty() || includes.equals(Set.of("*"));
        boolean included = score.isIncluded() || (score.exclude() == 0 && byDefault);
        return new RuleDecision(
                code,
                included,
                score,
                reason(score, byDefault),
                scales.include().matching(matchers),
                scales.exclude().matching(matchers));
    }

    private static String reason(Score score, boolean byDefault) {
        if (score.isIncluded()) {
            return "included " + score;
        }
        if (score.exclude() > 0) {
            return "excluded " + score;
        }
        return byDefault ? "included by default (no explicit includes)" : "not explicitly included";
    }

    /** Every rule's decision by its code, in the order of the rules. */
    public Map<String, RuleDecision> decisions() {
        return decisions;
    }

    /** Codes of the rules that take part, sorted. */
    public Set<String> includedRules() {
        return codes(RuleDecision::included);
    }

    /** Codes of the rules that an exclude took out, sorted. */
    public Set<String> excludedRules() {
        return codes(RuleDecision::isExcluded);
    }

    private Set<String> codes(Predicate<RuleDecision> wanted) {
        Set<String> codes = new TreeSet<>();
        decisions.values().stream().filter(wanted).forEach(decision -> codes.add(decision.code()));
        return ImmutableSet.copyOf(codes);
    }

    /** The first parts of the codes that take part, sorted: what is loaded. Empty means that everything runs. */
    public Set<String> includedPackages() {
        return includedPackages;
    }

    /** Includes of the target that select no rule at all. */
    public Set<String> missingIncludes() {
        return missingIncludes;
    }

    boolean includes(String code) {
        RuleDecision decision = decisions.get(code);
        return decision != null && decision.included();
    }
}
