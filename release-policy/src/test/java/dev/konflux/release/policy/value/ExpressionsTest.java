package dev.konflux.release.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^https://[a-z]{2,63}\\.example/.*$",
                "a{1000}",
                "(a{500}){2}",
                "(a{10}){100}",
                "\\x{1000}{2}",
                "[{2000}]{3}",
                "\\Q(a{1000}){1000}\\E",
                "\\p{Greek}+",
                "(a{0}){1000}"
            })
    void expressionsThatGoTakesAreTaken(String expression) {
        assertThat(Expressions.compile(expression)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a",
                "(?=a)",
                "(a)\\1",
                "a{1001}",
                "(a{500}){3}",
                "((a{100}){100}){10}",
                "a{99999}",
                "(a{10,101}){10}"
            })
    void whatIsNoneOrGrowsBeyondBoundsIsRefused(String expression) {
        assertThat(Expressions.compile(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "x{1000}", "(((a{500}){500}){500})", "\\p{", "[[:"})
    void endlessExpressionsAreRefused(String piece) {
        assertThat(Expressions.compile(piece.repeat(100_000))).isEmpty();
    }
}
