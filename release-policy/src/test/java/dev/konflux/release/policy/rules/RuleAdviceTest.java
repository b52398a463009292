package dev.konflux.release.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.policy.PolicyRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleAdviceTest {

    @Test
    void onlyRulesThatExistAreSpokenOf() {
        List<String> codes = Stream.of(
                        RuleIndex.RELEASE,
                        RuleIndex.PIPELINE,
                        RuleIndex.TASK,
                        RuleIndex.STEPACTION,
                        RuleIndex.BUILD_TASK,
                        RuleIndex.RELEASE_DATA)
                .flatMap(List::stream)
                .map(PolicyRule::metadata)
                .map(metadata -> metadata.code())
                .toList();
        assertThat(RuleAdvice.codes()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void aRuleWithoutAdviceCannotBeWritten() {
        assertThatThrownBy(() -> Rule.deny("package.rule")).hasMessage("rules.texts says nothing of package.rule");
    }
}
