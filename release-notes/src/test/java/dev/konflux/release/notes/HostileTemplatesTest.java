package dev.konflux.release.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates are untrusted code: whatever they try, a render ends within its limits and says why. */
class HostileTemplatesTest {

    private static final RenderLimits LIMITS = RenderLimits.builder()
            .steps(200_000)
            .time(Duration.ofSeconds(2))
            .outputCharacters(1 << 20)
            .stringCharacters(1 << 20)
            .listItems(100_000)
            .depth(60)
            .build();

    private static final TemplateLoader LOADER = TemplateLoader.of(Map.of(
            "itself", "{% include 'itself' %}",
            "ping", "{% include 'pong' %}",
            "pong", "{% include 'ping' %}",
            "child", "{% extends 'child' %}",
            "importer", "{% import 'importer' as i %}{{ i }}"));

    /**
     * The list of outcomes names for each attack the limit that stops it, or the small text of an attack that misses. They take a second or
     * two together; only one that does not end takes a minute.
     */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyAttackEndsAsListed() throws IOException {
        List<String> outcomes = HostileTemplates.all().stream()
                .map(source -> shortened(source) + "\n    " + outcome(source))
                .toList();

        assertThat(outcomes).hasSizeGreaterThan(200).isEqualTo(listed());
    }

    private static List<String> listed() throws IOException {
        try (InputStream stream = HostileTemplatesTest.class.getResourceAsStream("hostile-templates.txt")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.strip().split("\n(?! )"));
        }
    }

    private static String shortened(String source) {
        String line = source.replace("\n", "\\n").replace("\t", "\\t");
        return line.length() <= 160 ? line : line.substring(0, 100) + " ... " + line.length() + " characters";
    }

    private static String outcome(String source) {
        try {
            return "renders " + shortened(render(source, () -> 0));
        } catch (TemplateException e) {
            return e.errorClass() + ": " + shortened(e.problem());
        }
    }

    private static String render(String source, LongSupplier nanoTime) {
        return NotesRenderer.builder()
                .options(TemplateOptions.builder().ansibleFilters(true).build())
                .limits(LIMITS)
                .loader(LOADER)
                .nanoTime(nanoTime)
                .build()
                .parse(source)
                .render(TemplateData.empty());
    }

    @Test
    void timeRunsOutByTheGivenClock() {
        AtomicLong clock = new AtomicLong();

        assertThatThrownBy(() ->
                        render("{% for i in range(99999) %}{{ i }}{% endfor %}", () -> clock.addAndGet(100_000_000)))
                .hasMessageContaining("RenderLimitError: the template needs more than 2000 ms");
    }

    static Stream<String> reaching() {
        return Stream.of(
                "{{ x.getClass() }}",
                "{{ x.class }}",
                "{{ x.hashCode() }}",
                "{{ x.forName('java.lang.Runtime') }}",
                "{{ ''.getBytes() }}",
                "{{ [].stream() }}",
                "{{ {}.entrySet() }}",
                "{{ x.__class__.__base__.__subclasses__() }}",
                "{{ x.__init__.__globals__.os }}",
                "{{ cycler.__init__.__globals__.os.popen('id') }}",
                "{{ range.__self__.x }}",
                "{{ self.__init__.__globals__['x'] }}",
                "{{ '{0.__class__.__mro__[1].__subclasses__}'.format(x) }}",
                "{{ ''.__class__.__mro__[1].__subclasses__() }}",
                "{{ loop.iterator.x }}",
                "{{ namespace.__call__.__func__.x }}",
                "{{ (x | attr('class')).x }}",
                "{{ x | attr('getClass')() }}");
    }

    @ParameterizedTest
    @MethodSource("reaching")
    void noJavaObjectIsReachable(String source) {
        NotesRenderer sandboxed = NotesRenderer.builder()
                .options(TemplateOptions.builder()
                        .sandbox(TemplateOptions.Sandbox.SANDBOXED)
                        .build())
                .build();
        Template template = sandboxed.parse(source);

        assertThat(seen(template)).isIn("", "UndefinedError", "SecurityError", "TypeError", "AttributeError");
    }

    private static String seen(Template template) {
        try {
            return template.render(TemplateData.of(Map.of("x", "text")));
        } catch (TemplateException e) {
            return e.errorClass();
        }
    }

    @Test
    void aBeanIsNoVariable() {
        assertThatThrownBy(() -> TemplateData.of(Map.of("secret", new StringBuilder("s3cret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.StringBuilder")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void anErrorDoesNotTellTheValuesOfOtherVariables() {
        Template template = NotesRenderer.create().parse("{{ password + 1 }}");

        assertThatThrownBy(() -> template.render(TemplateData.of(Map.of("password", "s3cret"))))
                .hasMessageNotContaining("s3cret");
    }
}
