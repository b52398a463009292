package dev.konflux.release.model.lint;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.Finding;
import dev.konflux.release.model.Severity;
import dev.konflux.release.model.Sources;
import java.util.List;
import java.util.Optional;

/** What the rules found, ready to be shown. */
public final class LintReport {

    private final ImmutableList<Finding> findings;
    private final ImmutableList<LintRule> rules;
    private final Sources sources;

    LintReport(List<Finding> findings, List<LintRule> rules, Sources sources) {
        this.findings = ImmutableList.copyOf(findings);
        this.rules = ImmutableList.copyOf(rules);
        this.sources = sources;
    }

    /** The findings by source, line and column. */
    public List<Finding> findings() {
        return findings;
    }

    /** The worst severity among the findings. */
    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).min(Severity::compareTo);
    }

    /** For people: each finding with the line it is about, a mark below the column, and what to do. */
    public String toText() {
        return new TextReport(sources).write(findings);
    }

    /** For programs: an array of findings, two blanks of indentation. */
    public String toJson() {
        return JsonReport.write(findings);
    }

    /** For code hosts: SARIF 2.1.0. */
    public String toSarif() {
        return SarifReport.write(findings, rules);
    }

    /** As {@link #toText()}. */
    @Override
    public String toString() {
        return toText();
    }
}
