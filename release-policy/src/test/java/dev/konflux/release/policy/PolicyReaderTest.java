package dev.konflux.release.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

    @Test
    void aSpecAloneIsAPolicy() {
        assertThat(PolicyReader.read("sources: [{policy: [./rules]}]", "policy.yaml")
                        .sources())
                .singleElement()
                .satisfies(source -> assertThat(source.policy()).containsExactly("./rules"));
    }

    @Test
    void aMemberNobodyKnowsIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> PolicyReader.read("sources: [{config: {includes: []}}]", "policy.yaml"))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class,
                        fault -> assertThat(fault.path()).isEqualTo("/sources/0/config"))
                .hasMessageEndingWith("additionalProperties 'includes' not allowed");
    }

    @Test
    void aTextIsNoPolicy() {
        assertThatThrownBy(() -> PolicyReader.read("just text", "policy.yaml"))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageEndingWith("expected object, but got string");
    }

    @Test
    void aNamedTimeInThePastIsRefusedUnlessAllowed() {
        Instant clock = Instant.parse("2026-06-15T12:00:00Z");

        assertThat(EffectiveTime.resolve("2026-01-01", clock, List.of(), true)).isEqualTo("2026-01-01T00:00:00Z");
        assertThatThrownBy(() -> EffectiveTime.resolve("2026-01-01", clock, List.of(), false))
                .hasMessage(
                        "effective time 2026-01-01T00:00:00Z is in the past; use --allow-past-effective-time to override");
    }

    @Test
    void withoutAttestationsTheirTimeIsNow() {
        Instant clock = Instant.parse("2026-06-15T12:00:00Z");

        assertThat(EffectiveTime.resolve("attestation", clock, List.of(), false))
                .isEqualTo(clock);
    }
}
