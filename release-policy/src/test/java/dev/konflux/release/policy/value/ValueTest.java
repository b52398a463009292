package dev.konflux.release.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.text.JsonReader;
import org.junit.jupiter.api.Test;

class ValueTest {

    private static Value json(String text) {
        return Value.of(JsonReader.create().read(text, ""));
    }

    @Test
    void lookingIntoNothingGivesNothing() {
        assertThat(json("{\"a\": 1}").get("a", "b", "c").isDefined()).isFalse();
        assertThat(Value.UNDEFINED.each()).isEmpty();
        assertThat(Value.UNDEFINED.isTrue()).isFalse();
    }

    @Test
    void nullIsThereAndTrueButFalseIsNot() {
        assertThat(json("null").isTrue()).isTrue();
        assertThat(json("false").isTrue()).isFalse();
        assertThat(json("false").isDefined()).isTrue();
    }

    @Test
    void aNumberEqualsItselfHoweverItIsWritten() {
        assertThat(json("1")).isEqualTo(json("1.0")).hasSameHashCodeAs(json("1.0"));
        assertThat(json("{\"a\": [1]}")).isEqualTo(json("{\"a\": [1.00]}"));
    }

    @Test
    void kindsAreOrderedOneAfterTheOther() {
        Value ordered = json("[null, false, true, -1, 2, \"\", \"a\", [], [0], {}, {\"a\": 0}]");
        assertThat(ordered.each()).isSorted();
    }

    @Test
    void undefinedNeverIsOrIsNotAmongOthers() {
        assertThat(Value.UNDEFINED.in(json("[1]"))).isFalse();
        assertThat(Value.UNDEFINED.notIn(json("[1]"))).isFalse();
        assertThat(Value.of("a").notIn(Value.UNDEFINED)).isTrue();
    }

    @Test
    void membersComeInTheOrderOfTheirNames() {
        assertThat(json("{\"b\": 1, \"a\": 2}").each()).containsExactly(Value.of(2), Value.of(1));
    }

    @Test
    void valuesArePrintedWithBlanksAndQuotes() {
        assertThat(json("{\"b\": [1, \"x\"], \"a\": null}")).hasToString("{\"a\": null, \"b\": [1, \"x\"]}");
    }

    @Test
    void templatesPrintWhatDoesNotFitAsGoDoes() {
        assertThat(Template.fill("%s %q %d", Value.of(5), Value.of(1), Value.of("x")))
                .isEqualTo(Value.of("%!s(int=5) '\\x01' %!d(string=x)"));
        assertThat(Template.fill("%s %q %q", json("100000000000000000000"), json("100000000000000000000"), json("2.5")))
                .isEqualTo(Value.of("100000000000000000000 %!q(big.Int=100000000000000000000) %!q(float64=2.5)"));
        assertThat(Template.fill("%v %v %v", json("123456789.5"), json("0.00001"), json("100000.5")))
                .isEqualTo(Value.of("1.234567895e+08 1e-05 100000.5"));
        assertThat(Template.fill("%v of %s", json("[\"a\"]"), json("true"))).isEqualTo(Value.of("[\"a\"] of true"));
        assertThat(Template.fill("%s", Value.UNDEFINED)).isEqualTo(Value.UNDEFINED);
    }

    @Test
    void onlyDatesOfRfc3339AreTimes() {
        assertThat(Instants.parse(Value.of("1970-01-01T01:00:01+01:00"))).isEqualTo(Value.of(1_000_000_000L));
        assertThat(Instants.parse(Value.of("2025-02-30T00:00:00Z")).isDefined()).isFalse();
        assertThat(Instants.parse(Value.of("2025-02-03")).isDefined()).isFalse();
        assertThat(Instants.parse(Value.of("9999-01-01T00:00:00Z")).isDefined()).isFalse();
    }
}
