package dev.konflux.release.model.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks resources by rules that can be switched one by one:
 *
 * <pre>{@code
 * LintReport report = Lint.standard().without("label.missing-application").check(Resources.read(Path.of("config")));
 * System.out.print(report.toText());
 * }</pre>
 *
 * <p>Findings come ordered by source, line and column. Immutable.
 */
public final class Lint {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.position().source())
            .thenComparingInt(finding -> finding.position().line())
            .thenComparingInt(finding -> finding.position().column())
            .thenComparing(Finding::id);

    private final ImmutableList<LintRule> rules;
    private final ImmutableMap<String, Severity> severities;

    private Lint(List<LintRule> rules, Map<String, Severity> severities) {
        this.rules = ImmutableList.copyOf(rules);
        this.severities = ImmutableMap.copyOf(severities);
    }

    /** All built-in rules. */
    public static Lint standard() {
        return new Lint(StandardRules.all(), Map.of());
    }

    /** No rule but the given ones. */
    public static Lint of(LintRule... rules) {
        return new Lint(List.of(rules), Map.of());
    }

    /** The rules in their order. */
    public List<LintRule> rules() {
        return rules;
    }

    /** These rules and one more. */
    public Lint with(LintRule rule) {
        return new Lint(Stream.concat(rules.stream(), Stream.of(rule)).toList(), severities);
    }

    /**
     * These rules but one. A family goes by its first word and a star: {@code label.*}.
     *
     * @throws IllegalArgumentException when there is no such rule, because a misspelt switch would go unnoticed
     */
    public Lint without(String id) {
        Predicate<LintRule> dropped = matching(id);
        return new Lint(rules.stream().filter(dropped.negate()).toList(), severities);
    }

    /**
     * Only the rule, or the family, of that id.
     *
     * @throws IllegalArgumentException when there is no such rule
     */
    public Lint only(String id) {
        return new Lint(rules.stream().filter(matching(id)).toList(), severities);
    }

    /**
     * These rules, the findings of one of them taken for better or worse.
     *
     * @throws IllegalArgumentException when there is no such rule
     */
    public Lint severity(String id, Severity severity) {
        Map<String, Severity> changed = new HashMap<>(severities);
        rules.stream().filter(matching(id)).forEach(rule -> changed.put(rule.id(), severity));
        return new Lint(rules, changed);
    }

    private Predicate<LintRule> matching(String id) {
        String family = id.endsWith("*") ? id.substring(0, id.length() - 1) : "";
        Predicate<LintRule> wanted =
                rule -> family.isEmpty() ? rule.id().equals(id) : rule.id().startsWith(family);
        if (rules.stream().noneMatch(wanted)) {
            throw new IllegalArgumentException("there is no rule '" + id + "'");
        }
        return wanted;
    }

    /** Checks resources. What went wrong while they were read is part of the report. */
    public LintReport check(Resources resources) {
        LintView view = new LintView(resources);
        List<Finding> findings = new ArrayList<>(resources.findings());
        rules.forEach(rule -> rule.check(view).map(this::judged).forEach(findings::add));
        findings.sort(BY_PLACE);
        return new LintReport(findings, rules, resources.sources());
    }

    private Finding judged(Finding finding) {
        Severity wanted = severities.getOrDefault(finding.id(), finding.severity());
        return wanted == finding.severity() ? finding : finding.withSeverity(wanted);
    }
}
