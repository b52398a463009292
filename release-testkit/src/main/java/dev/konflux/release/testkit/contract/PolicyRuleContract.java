package dev.konflux.release.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.Capabilities;
import dev.konflux.release.policy.PolicyRule;
import dev.konflux.release.policy.RuleContext;
import dev.konflux.release.policy.RuleEvaluationException;
import dev.konflux.release.policy.RuleResult;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PolicyRule} must keep: it says what it is, it is a pure function, and whatever it is given, it answers or gives up in the
 * one way that is foreseen.
 *
 * <pre>{@code
 * class OurRuleTest extends PolicyRuleContract {
 *     @Override
 *     protected PolicyRule rule() { return new OurRule(); }
 *
 *     @Override
 *     protected Data violating() { return JsonReader.create().read("{...}", "violating input"); }
 * }
 * }</pre>
 */
public abstract class PolicyRuleContract {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    /** The rule, new or always the same. */
    protected abstract PolicyRule rule();

    /** An input in which the rule finds something. */
    protected abstract Data violating();

    /** The data document of the evaluations; empty unless the rule needs some. */
    protected DataObject data() {
        return DataObject.empty();
    }

    private List<RuleResult> evaluate(Data input) {
        return rule().evaluate(RuleContext.of(input, data(), NOW, new Capabilities() {}));
    }

    @Test
    void ruleHasACodeOfPackageAndName() {
        assertFalse(rule().metadata().packageName().isEmpty(), "the rule has no package");
        assertFalse(rule().metadata().shortName().isEmpty(), "the rule has no short name");
        assertEquals(
                rule().metadata().packageName() + "." + rule().metadata().shortName(),
                rule().metadata().code(),
                "the code is the package and the short name");
    }

    @Test
    void ruleSaysTheSameOfItselfEachTime() {
        assertEquals(rule().metadata().code(), rule().metadata().code(), "the code changes");
        assertEquals(rule().metadata().collections(), rule().metadata().collections(), "the collections change");
    }

    @Test
    void ruleFindsSomethingWhereItShould() {
        assertFalse(evaluate(violating()).isEmpty(), "the rule finds nothing in the violating input");
    }

    @Test
    void sameInputGivesTheSameResults() {
        assertEquals(
                new HashSet<>(evaluate(violating())),
                new HashSet<>(evaluate(violating())),
                "two evaluations of one input differ");
    }

    @Test
    void inputsOfTheWrongShapeAreAnswered() {
        List<Data> shapes = List.of(
                DataObject.empty(),
                DataArray.empty(),
                Data.of(""),
                Data.of(0),
                Data.of(true),
                Data.nothing(),
                DataObject.of("attestations", Data.of("none"), "image", DataArray.empty()),
                DataObject.of("attestations", DataArray.of(Data.nothing(), Data.of(1), DataObject.empty())));
        for (Data input : shapes) {
            assertTrue(answers(input), "the rule neither answers nor gives up properly for " + input);
        }
    }

    private boolean answers(Data input) {
        try {
            evaluate(input);
            return true;
        } catch (RuleEvaluationException givenUp) {
            return true;
        } catch (RuntimeException escaped) {
            return false;
        }
    }
}
