package dev.konflux.release.testkit.autorelease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.explain.AutoReleaseExpressions.Result;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoReleaseCelTest {

    private static final Instant NOW = Instant.parse("2026-08-20T12:00:00Z");

    private final AutoReleaseCel cel = AutoReleaseCel.create();
    private final Snapshot snapshot = Snapshot.builder()
            .name("shop-1")
            .namespace("shop")
            .application("shop")
            .label(MetadataKeys.COMPONENT, "shop-api")
            .component("api", "quay.io/shop/api@sha256:" + "a".repeat(64))
            .build();

    private Result evaluate(String expression) {
        return cel.evaluate(expression, snapshot, NOW, false);
    }

    private static Result verdict(boolean selects) {
        return new Result.Verdict(selects);
    }

    @Test
    void anExpressionSeesTheSnapshotAndTheTime() {
        assertThat(evaluate("snapshot.spec.application == 'shop' && now.getFullYear() == 2026"))
                .isEqualTo(verdict(true));
    }

    @Test
    void theServicesFunctionsAnswer() {
        assertThat(evaluate("updatedComponentIs('shop-api')")).isEqualTo(verdict(true));
        assertThat(evaluate("shouldRelease()")).isEqualTo(verdict(false));
    }

    @Test
    void aMissingLabelIsAnError() {
        assertThat(evaluate("snapshot.metadata.labels.team == 'payments'")).isInstanceOf(Result.Failure.class);
    }

    @Test
    void whatIsNoConditionIsRefused() {
        assertThat(evaluate("'yes'")).isEqualTo(new Result.Failure("cel expression did not evaluate to a boolean"));
    }

    @Test
    void aSnapshotThatMustNotBeReleasedMakesAnyTextFalse() {
        Snapshot held =
                snapshot.toBuilder().label(MetadataKeys.AUTO_RELEASE, "false").build();

        assertThat(cel.evaluate("no expression at all", held, NOW, true)).isEqualTo(verdict(false));
    }

    @Test
    void anEndlessComprehensionEnds() {
        String list = "[1,2,3,4,5,6,7,8,9,0]";
        String nested = list + ".all(a, " + list + ".all(b, " + list + ".all(c, " + list + ".all(d, " + list
                + ".all(e, " + list + ".all(f, " + list + ".all(g, true)))))))";

        assertThat(evaluate(nested)).isInstanceOf(Result.Failure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string(1000000.0) == '1e+06' && string(0.1) == '0.1' && string(double('-inf')) == '-Inf'",
                "string(duration('1500ms')) == '1.5s' && duration('1500ms').getMilliseconds() == 1500",
                "string(now - duration('880ms')) == '2026-08-20T11:59:59.12Z'",
                "'\\ufffd' < '\\U0001F600' && dyn(1) < 1.5 && dyn(-1) < 1u",
                "now.getHours('+02:00') == 14 && now.getHours('') == 12 && now.getHours('EST') == 7",
                "snapshot.spec.components[0.0].name == 'api' && [1, 2][dyn(1u)] == 2",
                "[1, 2][dyn(1.0)] == 2 && bool('T') && double('1_0') == 10.0"
            })
    void theStandardFunctionsAnswerAsThoseOfGo(String expression) {
        assertThat(evaluate(expression)).isEqualTo(verdict(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double('NaN') < 1.0",
                "now.getHours('+0200') == 14",
                "timestamp('2026-08-20t12:00:00z') == now",
                "duration('2562048h') > duration('1s')",
                "duration('2562047h') + duration('1h') > duration('1s')",
                "now - timestamp('1700-01-01T00:00:00Z') > duration('1s')",
                "timestamp('9999-12-31T23:59:59Z') + duration('1s') > now",
                "[1, 2][dyn(0.5)] == 1",
                "double('1d') == 1.0",
                "1 < 1.5",
                "timestamp(snapshot.metadata['name']) < now"
            })
    void whatGoRefusesIsRefused(String expression) {
        assertThat(evaluate(expression)).isInstanceOf(Result.Failure.class);
    }
}
