package dev.konflux.release.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.Whitespace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesRendererTest {

    private final NotesRenderer renderer = NotesRenderer.create();

    private String render(String source) {
        return renderer.parse(source).render(TemplateData.empty());
    }

    @Test
    void floatsHaveTheShortestDigitsThatPythonWrites() {
        String text =
                render("{{ 0.1 + 0.2 }} {{ 5e-324 }} {{ 1e16 }} {{ 123456789012345680.0 }} {{ -0.0 }} {{ 1e-5 }}");

        assertThat(text).isEqualTo("0.30000000000000004 5e-324 1e+16 1.2345678901234568e+17 -0.0 1e-05");
    }

    @Test
    void aTemplateIsParsedOnceAndRenderedOften() {
        Template template = renderer.parse("{{ name | upper }}");

        assertThat(template.render(DataObject.of("name", Data.of("a")))).isEqualTo("A");
        assertThat(template.render(DataObject.of("name", Data.of("b")))).isEqualTo("B");
    }

    @Test
    void whatATemplateChangesIsForgotten() {
        Template template = renderer.parse("{% set _ = l.append(1) %}{{ l }}");
        TemplateData data = TemplateData.of(Map.of("l", java.util.List.of()));

        assertThat(template.render(data)).isEqualTo("[1]");
        assertThat(template.render(data)).isEqualTo("[1]");
    }

    @Test
    void anErrorShowsTheLine() {
        assertThatThrownBy(() -> render("first\n  {{ 1 + nope }}"))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.errorClass()).isEqualTo("UndefinedError");
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isPositive();
                    assertThat(e.excerpt()).isEqualTo("  {{ 1 + nope }}");
                })
                .hasMessageContaining("<template>:2")
                .hasMessageContaining("  {{ 1 + nope }}");
    }

    @Test
    void whetherToEscapeIsAskedBeforeWhatToEscape() {
        NotesRenderer strict = NotesRenderer.builder()
                .options(TemplateOptions.builder()
                        .undefined(UndefinedPolicy.STRICT)
                        .build())
                .build();
        Template template = strict.parse("{% autoescape missing %}{{ 1 / 0 }}{% endautoescape %}");

        assertThatThrownBy(() -> template.render(TemplateData.empty())).hasMessageContaining("'missing' is undefined");
    }

    @Test
    void whatCannotBeIteratedCannotBeReversedHoweverDeepTheFaultLies() {
        assertThatThrownBy(() -> render("{{ 1.5 | select | reverse }}"))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.errorClass()).isEqualTo("FilterArgumentError"));
    }

    @Test
    void anErrorOfWithStandsWhereTheStatementBeforeItStands() {
        assertThatThrownBy(() -> render("a\n {{ b }}\n{% with x = nope.y %}{% endwith %}"))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(5);
                });
    }

    @Test
    void emptyDelimitersAreRefused() {
        assertThatThrownBy(() -> TemplateOptions.builder().variableEnd("").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variableEnd must not be empty");
        assertThatThrownBy(() -> TemplateOptions.builder().lineCommentPrefix("").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lineCommentPrefix must not be empty");
    }

    @Test
    void tagsThatBeginAlikeAreRefused() {
        assertThatThrownBy(() -> TemplateOptions.builder().blockStart("{{").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("blockStart, variableStart and commentStart must differ,"
                        + " found {blockStart={{, variableStart={{, commentStart={#}");
    }

    @Test
    void anErrorInAnIncludedTemplateNamesIt() {
        NotesRenderer loading = NotesRenderer.builder()
                .loader(TemplateLoader.of(Map.of("part", "\n\n{{ x.y }}")))
                .build();

        assertThatThrownBy(() -> loading.parse("{% include 'part' %}").render(TemplateData.empty()))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.template()).isEqualTo("part");
                    assertThat(e.line()).isEqualTo(3);
                });
    }

    @Test
    void theVariablesOfATemplateAreKnown() {
        Template template = renderer.parse(
                "{% set a = b %}{% for x in xs if x > a %}{{ loop.index }}{{ x }}{{ range(n) }}{% endfor %}");

        assertThat(template.undefinedVariables()).containsExactly("b", "n", "xs");
        assertThat(template.usedVariables()).containsExactly("a", "b", "loop", "n", "range", "x", "xs");
    }

    @Test
    void integersAreExact() {
        assertThat(render("{{ 2 ** 100 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 9223372036854775807 + 1 }}"))
                .isEqualTo("1267650600228229401496703205376 -4 2 9223372036854775808");
    }

    @Test
    void aLoopLeftByBreakInItsFirstTurnStillHasAnElse() {
        NotesRenderer controls = NotesRenderer.builder()
                .options(TemplateOptions.builder().loopControls(true).build())
                .build();

        assertThat(controls.parse("{% for x in [1] %}{% break %}{% else %}e{% endfor %}")
                        .render(TemplateData.empty()))
                .isEqualTo("e");
    }

    @Test
    void labelsWithHyphensAreSubstituted() {
        DataObject inputs = DataObject.of("labels", DataObject.of("vcs-ref", Data.of("abc"), "a.b", Data.of("c")));
        LabelSubstitution substitution =
                LabelSubstitution.builder().labels(true).build();

        assertThat(substitution.apply("{{ labels.vcs-ref }}-{{ labels.a.b }}", inputs))
                .isEqualTo("abc-c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% set a-b = 1 %}",
                "{% for a-b in [1] %}{% endfor %}",
                "{% macro m-n() %}{% endmacro %}",
                "{{ dict(a-b=1) }}",
                "{{ a-b }}"
            })
    void aHyphenatedNameIsNoVariable(String text) {
        LabelSubstitution labels = LabelSubstitution.builder().labels(true).build();

        assertThatThrownBy(() -> labels.apply(text, DataObject.empty()))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.errorClass()).isEqualTo("SyntaxError"));
    }

    @Test
    void aParameterCannotBeThereTwice() {
        assertThatThrownBy(() -> render("{% macro m(a, b, a) %}{% endmacro %}"))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.errorClass()).isEqualTo("SyntaxError");
                    assertThat(e.problem()).isEqualTo("duplicate argument 'a' in function definition");
                });
    }

    @Test
    void aLabelCannotBeCalled() {
        DataObject inputs = DataObject.of("labels", DataObject.of("name", Data.of("web")));
        LabelSubstitution labels = LabelSubstitution.builder().labels(true).build();

        assertThatThrownBy(() -> labels.apply("{{ labels.name.upper() }}", inputs))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.errorClass()).isEqualTo("SecurityError"))
                .hasMessageContaining("is not safely callable");
    }

    @Test
    void aNumberIsNoLabel() {
        DataObject inputs = DataObject.of("labels", DataObject.of("3", Data.of("three")));
        LabelSubstitution labels =
                LabelSubstitution.builder().labels(true).strict(true).build();

        assertThat(labels.apply("{{ labels['3'] }}", inputs)).isEqualTo("three");
        assertThatThrownBy(() -> labels.apply("{{ labels[3] }}", inputs))
                .hasMessageContaining("Label '3' not found in labels");
    }

    @Property
    void literalTextComesOutAsItWentIn(@ForAll @AlphaChars @Whitespace @StringLength(max = 200) String text) {
        NotesRenderer keeping = NotesRenderer.builder()
                .options(TemplateOptions.builder().keepTrailingNewline(true).build())
                .build();
        String normalized = text.replace("\r\n", "\n").replace('\r', '\n');

        assertThat(keeping.parse(text).render(TemplateData.empty())).isEqualTo(normalized);
    }

    @Property
    void textPrintedFromAVariableIsNotATemplate(@ForAll String text) {
        assertThat(renderer.parse("{{ x }}").render(DataObject.of("x", Data.of(text))))
                .isEqualTo(text);
    }

    @Property
    void renderingTwiceGivesTheSame(
            @ForAll @IntRange(min = 0, max = 50) int n, @ForAll @StringLength(max = 20) String text) {
        Template template =
                renderer.parse("{% for i in range(n) %}{{ i * i }}{{ text | tojson }}{{ {'a': i} }}{% endfor %}");
        TemplateData data = TemplateData.of(Map.of("n", n, "text", text));

        assertThat(template.render(data)).isEqualTo(template.render(data));
    }

    @Property
    void floorDivisionAndModuloFitTogether(@ForAll int a, @ForAll @IntRange(min = 1) int b) {
        assertThat(render("{{ (%d // %d) * %d + %d %% %d == %d }}".formatted(a, b, b, a, b, a)))
                .isEqualTo("True");
    }
}
