package dev.konflux.release.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit can be set, stops the template that goes over it, and lets the one through that does not. */
class RenderLimitsTest {

    private static final String NESTED =
            "{% set ns = namespace(x=1) %}{% for i in range(n) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x == [] }}{{ ns.x }}";

    static Stream<Arguments> limits() {
        return Stream.of(
                limit(
                        b -> b.steps(1_000),
                        "{% for i in range(n) %}{% endfor %}",
                        10,
                        5_000,
                        "needs more than 1000 steps"),
                limit(
                        b -> b.time(Duration.ofMillis(50)),
                        "{% for i in range(n) %}{% endfor %}",
                        10,
                        100_000,
                        "needs more than 50 ms"),
                limit(
                        b -> b.outputCharacters(100),
                        "{% for i in range(n) %}{{ i }}{% endfor %}",
                        10,
                        99,
                        "the output is longer than 100 characters"),
                limit(b -> b.stringCharacters(100), "{{ 'x' * n }}", 10, 101, "a string of 101 characters"),
                limit(b -> b.listItems(100), "{{ [1] * n }}", 10, 101, "a collection of 101 items"),
                limit(
                        b -> b.depth(20),
                        "{% macro m(i) %}{% if i %}{{ m(i - 1) }}{% endif %}{% endmacro %}{{ m(n) }}",
                        10,
                        30,
                        "maximum recursion depth exceeded"),
                limit(b -> b.nestedDepth(20), NESTED, 10, 30, "maximum recursion depth exceeded"),
                limit(b -> b.integerBits(100), "{{ (2 ** n) > 0 }}", 10, 101, "an integer of more than 100 bits"),
                limit(b -> b.integerBits(100), "{{ (10 ** n) * (10 ** n) > 0 }}", 9, 25, "an integer of more than 100"),
                limit(
                        b -> b.nestedValues(50),
                        "{{ [[1], [2], [3], [4]] * n }}",
                        5,
                        30,
                        "a nested value of more than 50 parts"));
    }

    private static Arguments limit(
            UnaryOperator<RenderLimits.Builder> set, String template, int small, int large, String message) {
        return Arguments.of(set.apply(RenderLimits.builder()).build(), template, small, large, message);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void stopsWhatGoesOverIt(RenderLimits limits, String template, int small, int large, String message) {
        AtomicLong clock = new AtomicLong();
        NotesRenderer renderer = NotesRenderer.builder()
                .limits(limits)
                .nanoTime(() -> clock.addAndGet(1_000_000))
                .build();
        Template parsed = renderer.parse(template);

        assertThat(parsed.render(TemplateData.of(Map.of("n", small)))).isNotNull();
        assertThatThrownBy(() -> parsed.render(TemplateData.of(Map.of("n", large))))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void isFarAwayByDefault(RenderLimits limits, String template, int small, int large) {
        assertThat(NotesRenderer.create().parse(template).render(TemplateData.of(Map.of("n", large))))
                .isNotNull();
    }

    @Test
    void sourcesLongerThanAllowedAreNotParsed() {
        NotesRenderer renderer = NotesRenderer.builder()
                .limits(RenderLimits.builder().sourceCharacters(100).build())
                .build();

        assertThat(renderer.parse("x".repeat(100)).render(TemplateData.empty())).hasSize(100);
        assertThatThrownBy(() -> renderer.parse("{{ 1 }}".repeat(15)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("a template of more than 100 characters");
    }

    @Test
    void includedSourcesAreLimitedToo() {
        NotesRenderer renderer = NotesRenderer.builder()
                .limits(RenderLimits.builder().sourceCharacters(100).build())
                .loader(TemplateLoader.of(Map.of("long", "x".repeat(101))))
                .build();

        assertThatThrownBy(() -> renderer.parse("{% include 'long' %}").render(TemplateData.empty()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("a template of more than 100 characters");
    }

    @Test
    void longTextsOfManyPartsAreWithinTheDefaults() {
        String template = "{% set text = range(100000) | join(', ') %}{{ text | length }}"
                + "{{ text | replace(', ', ' - ') | length }}{{ range(100000) | list | tojson | length }}";

        assertThat(NotesRenderer.create().parse(template).render(TemplateData.empty()))
                .isEqualTo("688888" + "788887" + "688890");
    }
}
