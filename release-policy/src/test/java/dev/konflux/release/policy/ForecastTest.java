package dev.konflux.release.policy;

import static dev.konflux.release.policy.Rules.NOW;
import static dev.konflux.release.policy.Rules.deny;
import static dev.konflux.release.policy.Rules.policy;
import static dev.konflux.release.policy.Rules.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant WINTER = Instant.parse("2026-12-24T00:00:00Z");
    private static final PolicyInput APP = PolicyInput.ofImage(
            DataObject.empty(),
            "quay.io/acme/app@sha256:5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
            "app");

    private static PolicyForecast forecast(String source, Rules.Fixed... rules) {
        PolicyEvaluator evaluator =
                PolicyEvaluator.of(policy(source)).rules(List.of(rules)).build();
        return PolicyForecast.of(evaluator, List.of(APP), NOW, WINTER);
    }

    @Test
    void aRuleThatBecomesEffectiveAppearsWithTheExclusionItWouldNeed() {
        PolicyForecast forecast = forecast(
                "{}",
                deny("labels", "required").finds("missing"),
                with(RuleMetadata.of(RuleKind.DENY, "tasks", "pinned").effectiveOn("2026-12-01T00:00:00Z"))
                        .finds("not pinned", "buildah"));

        assertThat(forecast.byRule().keySet()).containsExactly("tasks.pinned");
        assertThat(forecast.byComponent().keySet()).containsExactly("app");
        assertThat(forecast.appearing()).singleElement().satisfies(violation -> {
            assertThat(violation.exclusions()).containsExactly("tasks.pinned:buildah");
            assertThat(violation.volatileExclusions())
                    .hasToString("[{\"value\":\"tasks.pinned:buildah\",\"componentNames\":[\"app\"]}]");
        });
    }

    @Test
    void anExclusionThatEndsLetsItsViolationAppear() {
        PolicyForecast forecast = forecast(
                "volatileConfig: {exclude: [{value: tasks.pinned, effectiveUntil: '2026-11-01'}]}",
                deny("labels", "required"),
                deny("tasks", "pinned").finds("not pinned"));

        assertThat(forecast.byRule().keySet()).containsExactly("tasks.pinned");
    }

    @Test
    void anExclusionThatBeginsLetsItsViolationDisappear() {
        PolicyForecast forecast = forecast(
                "volatileConfig: {exclude: [{value: tasks.pinned, effectiveOn: '2026-11-01'}]}",
                deny("labels", "required"),
                deny("tasks", "pinned").finds("not pinned"));

        assertThat(forecast.appearing()).isEmpty();
        assertThat(forecast.disappearing()).hasSize(1);
    }
}
