package dev.konflux.release.policy;

import static dev.konflux.release.policy.Rules.codes;
import static dev.konflux.release.policy.Rules.deny;
import static dev.konflux.release.policy.Rules.judge;
import static dev.konflux.release.policy.Rules.warn;
import static dev.konflux.release.policy.Rules.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassificationTest {

    private static RuleMetadata.Builder pinned() {
        return RuleMetadata.of(RuleKind.DENY, "tasks", "pinned");
    }

    @Test
    void aRuleNotYetEffectiveWarnsOfItsDate() {
        PolicyReport verdict =
                judge("{}", with(pinned().effectiveOn("2026-12-01T00:00:00Z")).finds("Not pinned."));

        assertThat(verdict.isSuccess()).isTrue();
        assertThat(verdict.warnings())
                .extracting(PolicyResult::message)
                .containsExactly("Not pinned. This will become a failure starting on 2026-12-01T00:00:00Z");
    }

    @Test
    void aRuleIsNotEffectiveInTheVerySecondOfItsDate() {
        assertThat(judge(
                                "{}",
                                with(pinned().effectiveOn("2026-06-15T12:00:00Z"))
                                        .finds("no"))
                        .isSuccess())
                .isTrue();
        assertThat(judge(
                                "{}",
                                with(pinned().effectiveOn("2026-06-15T11:59:59Z"))
                                        .finds("no"))
                        .isSuccess())
                .isFalse();
    }

    @Test
    void whatIsNoDateIsEffective() {
        assertThat(judge("{}", with(pinned().effectiveOn("soon")).finds("no")).isSuccess())
                .isFalse();
    }

    @Test
    void severityMovesAResultToTheOtherSide() {
        Rules.Fixed soft = deny("tasks", "soft");
        Rules.Fixed hard = warn("tasks", "hard");
        PolicyReport verdict = judge(
                "{}",
                soft.finds(RuleResult.of(soft.metadata(), "a").withSeverity("warning")),
                hard.finds(RuleResult.of(hard.metadata(), "b").withSeverity("failure")));

        assertThat(codes(verdict.violations())).containsExactly("tasks.hard");
        assertThat(codes(verdict.warnings())).containsExactly("tasks.soft");
    }

    @Test
    void aCodeThatAWarnRuleUsesTooOnlyWarns() {
        PolicyReport verdict = judge(
                "{}",
                deny("tasks", "pinned").finds("denied"),
                warn("tasks", "other")
                        .finds(RuleResult.of(deny("tasks", "pinned").metadata(), "warned")));

        assertThat(codes(verdict.warnings())).containsExactly("tasks.pinned", "tasks.pinned");
        assertThat(verdict.isSuccess()).isTrue();
    }

    @Test
    void aResultIsDroppedWhenEveryRuleItDependsOnIsReported() {
        PolicyReport verdict = judge(
                "{}",
                deny("tasks", "present").finds("none"),
                with(pinned().addDependsOn("tasks.present")).finds("not pinned"));

        assertThat(codes(verdict.violations())).containsExactly("tasks.present");
        assertThat(verdict.explain("tasks.pinned").results())
                .extracting(ResultTrace::placement)
                .containsExactly(Placement.PRECEDED);
    }

    @Test
    void twoUnreportedDependenciesDoubleAResult() {
        PolicyReport verdict =
                judge("{}", with(pinned().addDependsOn("a.b", "c.d")).finds("not pinned"));

        assertThat(codes(verdict.violations())).containsExactly("tasks.pinned", "tasks.pinned");
    }

    @Test
    void aViolationSaysHowToExcludeIt() {
        PolicyReport verdict =
                judge("{}", with(pinned().description("Tasks are pinned.")).finds("no", "buildah"));

        assertThat(verdict.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.description())
                        .hasValue(
                                "Tasks are pinned. To exclude this rule add \"tasks.pinned:buildah\" to the `exclude` section of"
                                        + " the policy configuration."));
    }

    @Test
    void anOldDateIsNoNews() {
        PolicyReport verdict =
                judge("{}", with(pinned().effectiveOn("2026-03-17T11:59:59Z")).finds("no"));

        assertThat(verdict.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.effectiveOn()).isEmpty());
    }
}
