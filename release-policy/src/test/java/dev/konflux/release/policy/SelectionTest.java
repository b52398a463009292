package dev.konflux.release.policy;

import static dev.konflux.release.policy.Rules.codes;
import static dev.konflux.release.policy.Rules.deny;
import static dev.konflux.release.policy.Rules.judge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final String IMAGE =
            "quay.io/acme/app@sha256:5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9";

    @Test
    void withoutCriteriaEverythingIsIncluded() {
        PolicyReport verdict = judge("{}", deny("tasks", "pinned").finds("no"), deny("labels", "required"));

        assertThat(codes(verdict.violations())).containsExactly("tasks.pinned");
        assertThat(codes(verdict.successes())).containsExactly("labels.required");
        assertThat(verdict.isSuccess()).isFalse();
    }

    @Test
    void equalScoresExclude() {
        assertThatThrownBy(() ->
                        judge("config: {include: ['@redhat'], exclude: [tasks]}", deny("tasks", "pinned", "redhat")))
                .isInstanceOf(PolicyEvaluationException.class)
                .hasMessage("no successes, warnings, or failures, check input");
    }

    @Test
    void twoCollectionsTogetherBeatAnExcludedPackage() {
        PolicyReport verdict = judge(
                "config: {include: ['@redhat', '@slsa3'], exclude: [tasks]}",
                deny("tasks", "pinned", "redhat", "slsa3").finds("no"));

        assertThat(codes(verdict.violations())).containsExactly("tasks.pinned");
        assertThat(verdict.explain("tasks.pinned").decisions())
                .singleElement()
                .satisfies(decision ->
                        assertThat(decision.reason()).isEqualTo("included (include score: 20, exclude score: 10)"));
    }

    @Test
    void anExcludedTermTakesOutOnlyItsResult() {
        PolicyReport verdict = judge(
                "config: {exclude: ['cve.blockers:CVE-1']}",
                deny("cve", "blockers").finds("first", "CVE-1").finds("second", "CVE-2"));

        assertThat(verdict.violations()).extracting(PolicyResult::message).containsExactly("second");
        assertThat(verdict.explain("cve.blockers").results())
                .extracting(ResultTrace::placement)
                .containsExactly(Placement.EXCLUDED, Placement.VIOLATION);
    }

    @Test
    void aRuleWhoseResultsAreAllExcludedByTermIsASuccess() {
        PolicyReport verdict = judge(
                "config: {exclude: ['cve.blockers:CVE-1']}",
                deny("cve", "blockers").finds("first", "CVE-1"));

        assertThat(codes(verdict.successes())).containsExactly("cve.blockers");
    }

    @Test
    void anExclusionForAComponentHoldsForItsPlatformsToo() {
        String source = "volatileConfig: {exclude: [{value: tasks.pinned, componentNames: [app]}]}";
        Target platform =
                new Target(IMAGE, "app-sha256:5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9-amd64");

        assertThat(judge(source, platform, deny("tasks", "pinned").finds("no"), deny("tasks", "other"))
                        .isSuccess())
                .isTrue();
        assertThat(judge(
                                source,
                                new Target(IMAGE, "web"),
                                deny("tasks", "pinned").finds("no"))
                        .isSuccess())
                .isFalse();
    }

    @Test
    void withoutAnImageCriteriaForComponentsAreLost() {
        String source = "volatileConfig: {exclude: [{value: tasks.pinned, componentNames: [app]}]}";

        assertThat(judge(source, new Target("", "app"), deny("tasks", "pinned").finds("no"))
                        .isSuccess())
                .isFalse();
    }

    @Test
    void aWindowContainsBothItsEnds() {
        String until = "volatileConfig: {exclude: [{value: tasks.pinned, effectiveUntil: '2026-06-15T12:00:00Z'}]}";
        String past = "volatileConfig: {exclude: [{value: tasks.pinned, effectiveUntil: '2026-06-15T11:59:59Z'}]}";

        assertThat(judge(until, deny("tasks", "pinned").finds("no"), deny("tasks", "other"))
                        .isSuccess())
                .isTrue();
        assertThat(judge(past, deny("tasks", "pinned").finds("no"), deny("tasks", "other"))
                        .isSuccess())
                .isFalse();
    }

    @Test
    void anIncludeThatSelectsNothingIsWarnedOf() {
        PolicyReport verdict = judge("config: {include: [tasks, nope]}", deny("tasks", "pinned"));

        assertThat(verdict.warnings())
                .extracting(PolicyResult::message)
                .containsExactly("Include criterion 'nope' doesn't match any policy rule");
        assertThat(verdict.isSuccess()).isTrue();
    }

    @Test
    void twoRulesOfOneCodeAreRefused() {
        assertThatThrownBy(() -> judge("{}", deny("tasks", "pinned"), deny("tasks", "pinned")))
                .isInstanceOf(PolicyEvaluationException.class)
                .hasMessage("found a second rule with the same code: `tasks.pinned`");
    }

    @Test
    void aPolicyWithoutSourcesSucceedsOnEverything() {
        EnterpriseContractPolicy policy = EnterpriseContractPolicy.builder().build();
        PolicyReport verdict = PolicyEvaluator.of(policy)
                .rules(List.of(deny("tasks", "pinned").finds("no")))
                .build()
                .evaluate(DataObject.empty(), Rules.NOW);

        assertThat(verdict.isSuccess()).isTrue();
        assertThat(verdict.outcomes()).isEmpty();
    }

    @Test
    void manyInputsAreJudgedInTheirOrderWhateverTheThreads() {
        PolicyEvaluator evaluator = PolicyEvaluator.of(Rules.policy("{}"))
                .rules(List.of(deny("tasks", "pinned").finds("no")))
                .build();
        List<PolicyInput> inputs = IntStream.range(0, 50)
                .mapToObj(i -> PolicyInput.ofImage(DataObject.empty(), IMAGE, "app-" + i))
                .toList();

        assertThat(evaluator.evaluateAll(inputs, Rules.NOW, ForkJoinPool.commonPool()))
                .extracting(report -> report.target().componentName())
                .isEqualTo(inputs.stream()
                        .map(input -> input.target().componentName())
                        .toList());
    }

    @Test
    void anInputWithoutVerdictIsToldAsIfItWereAlone() {
        PolicyEvaluator evaluator =
                PolicyEvaluator.of(Rules.policy("config: {include: [nope]}")).build();
        List<PolicyInput> inputs = List.of(PolicyInput.of(DataObject.empty()));

        assertThatThrownBy(() -> evaluator.evaluateAll(inputs, Rules.NOW, Runnable::run))
                .isInstanceOf(PolicyEvaluationException.class)
                .hasMessage("no successes, warnings, or failures, check input");
    }

    @Test
    void anExplanationNamesTheCriteriaAndTheirScores() {
        PolicyReport verdict = judge(
                "config: {include: ['@redhat', tasks.pinned], exclude: [tasks]}",
                deny("tasks", "pinned", "redhat").finds("no"));

        assertThat(verdict.explain("tasks.pinned"))
                .hasToString(
                        "tasks.pinned: included (include score: 120, exclude score: 10), include tasks.pinned (110) + @redhat"
                                + " (10), exclude tasks (10)\n"
                                + "  VIOLATION (include score: 120, exclude score: 10): found by a deny rule: no, include tasks.pinned"
                                + " (110) + @redhat (10), exclude tasks (10)");
        assertThat(verdict.explain("no.such")).hasToString("no.such: no such rule");
    }
}
