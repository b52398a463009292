package dev.konflux.release.policy;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One source group judged for one input: select, run, complete, weigh, classify, find successes, trim. */
final class SourceEvaluation {

    private final PolicyEngine engine;
    private final SelectionFilter filter;
    private final SourceCriteria criteria;
    private final RuleSelection selection;
    private final Scales scales;
    private final ResultCompletion completion;
    private final Instant effectiveTime;
    private final List<ResultTrace> traces = new ArrayList<>();
    private final Set<String> seenMatchers = new HashSet<>();
    private final Set<String> keptMatchers = new HashSet<>();

    SourceEvaluation(
            PolicyEngine engine,
            SelectionFilter filter,
            DataObject ruleData,
            SourceCriteria criteria,
            Target target,
            Instant effectiveTime) {
        this.engine = engine;
        this.filter = filter;
        this.criteria = criteria;
        this.effectiveTime = effectiveTime;
        this.completion = new ResultCompletion(engine.rules(), effectiveTime);
        this.selection = RuleSelection.of(engine.rules(), filter, ruleData, criteria, target);
        this.scales = Scales.of(criteria, target);
    }

    /** The verdict of the group over all files of an input and their documents. */
    SourceReport judge(List<List<RuleContext>> files) {
        Set<String> loaded = selection.includedPackages();
        List<Outcome> outcomes = new ArrayList<>();
        for (String namespace : loaded.isEmpty() ? engine.namespaces() : loaded) {
            files.forEach(documents -> outcomes.add(judge(namespace, documents)));
        }
        boolean silent = outcomes.stream().allMatch(Outcome::saysNothing);
        unmatchedIncludes()
                .forEach(include -> outcomes.add(Outcome.remark(
                        PolicyResult.of("Include criterion '" + include + "' doesn't match any policy rule"))));
        if (silent) {
            throw new PolicyEvaluationException("no successes, warnings, or failures, check input");
        }
        Dependencies dependencies = new Dependencies(outcomes);
        return new SourceReport(
                selection,
                outcomes.stream().map(dependencies::trim).toList(),
                traces.stream().map(trace -> preceded(trace, dependencies)).toList());
    }

    private static ResultTrace preceded(ResultTrace trace, Dependencies dependencies) {
        boolean dropped = trace.placement() != Placement.EXCLUDED && dependencies.copies(trace.result()) == 0;
        return dropped ? trace.placed(Placement.PRECEDED, "every rule it depends on was reported itself") : trace;
    }

    private Outcome judge(String namespace, List<RuleContext> documents) {
        EngineOutcome found = documents.stream()
                .map(document -> engine.evaluate(namespace, document))
                .reduce(EngineOutcome.of(List.of(), List.of()), EngineOutcome::and);
        Classification classification = new Classification(found, effectiveTime);
        List<ResultTrace> judged = found.all().stream()
                .map(result -> weigh(namespace, completion.complete(result)))
                .map(trace -> trace.placement() == Placement.EXCLUDED ? trace : classification.place(trace))
                .toList();
        List<ResultTrace> passed = successes(namespace, judged);
        traces.addAll(judged);
        traces.addAll(passed);
        return new Outcome(
                namespace,
                placed(passed, Placement.SUCCESS),
                placed(judged, Placement.WARNING),
                placed(judged, Placement.VIOLATION),
                // upstream adds what the engine set aside once more, unfiltered
                joined(placed(judged, Placement.EXCEPTED), found.exceptions()),
                joined(placed(judged, Placement.SKIPPED), found.skipped()));
    }

    private static List<PolicyResult> joined(List<PolicyResult> kept, List<RuleResult> found) {
        return Stream.concat(kept.stream(), found.stream().map(PolicyResult::of))
                .toList();
    }

    private static List<PolicyResult> placed(List<ResultTrace> traces, Placement placement) {
        return traces.stream()
                .filter(trace -> trace.placement() == placement)
                .map(ResultTrace::result)
                .toList();
    }

    /** The result with its score; excluded where that (or, with the other filter, the rule's own) says so. */
    private ResultTrace weigh(String namespace, PolicyResult result) {
        List<String> matchers = Matchers.of(result.code(), result.terms(), result.collections());
        Score score = scales.weigh(matchers);
        boolean kept = result.code().map(code -> isIncluded(code, score)).orElse(true);
        note(result, matchers, kept);
        return new ResultTrace(
                namespace,
                result,
                kept ? Placement.WARNING : Placement.EXCLUDED,
                score,
                kept ? "" : "the includes do not outweigh the excludes",
                scales.include().matching(matchers),
                scales.exclude().matching(matchers));
    }

    private boolean isIncluded(String code, Score score) {
        return filter == SelectionFilter.EC_POLICY ? selection.includes(code) : score.isIncluded();
    }

    private void note(PolicyResult result, List<String> matchers, boolean kept) {
        if (result.code().isPresent()) {
            seenMatchers.addAll(matchers);
        }
        if (kept) {
            keptMatchers.addAll(matchers);
        }
    }

    private List<ResultTrace> successes(String namespace, List<ResultTrace> judged) {
        Set<String> reported = new HashSet<>();
        judged.stream()
                .filter(trace -> trace.placement() != Placement.EXCLUDED)
                .forEach(trace -> trace.result().code().ifPresent(reported::add));
        return engine.rules().stream()
                .filter(rule -> rule.annotated() && rule.packageName().equals(namespace))
                .filter(rule -> !reported.contains(rule.code()))
                .map(rule -> weigh(namespace, completion.success(rule)))
                .filter(trace -> trace.placement() != Placement.EXCLUDED)
                .map(trace -> trace.placed(Placement.SUCCESS, "the rule found nothing that counts"))
                .toList();
    }

    /** Includes that did nothing; those of other images are asked about, too, but not those of components. */
    private Set<String> unmatchedIncludes() {
        if (filter == SelectionFilter.EC_POLICY) {
            return selection.missingIncludes();
        }
        Set<String> applicable = new HashSet<>();
        scales.include().texts().stream().filter(seenMatchers::contains).forEach(applicable::add);
        Set<String> unmatched = new LinkedHashSet<>();
        criteria.include().all().stream()
                .filter(include -> include.binding() != Criterion.Binding.COMPONENT)
                .map(Criterion::text)
                .filter(text -> !applicable.contains(text) && !keptMatchers.contains(text))
                .forEach(unmatched::add);
        return unmatched;
    }
}
