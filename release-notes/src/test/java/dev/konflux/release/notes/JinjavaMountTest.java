package dev.konflux.release.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JinjavaMountTest {

    private final Jinjava jinjava = new Jinjava(JinjavaMount.into(JinjavaConfig.newBuilder(), NotesRenderer.create())
            .build());

    @Test
    void jinjavaRendersAsJinja2() {
        String text = jinjava.render(
                "{{ none }} {{ 2 ** 70 }} {{ [1, 2][::-1] }} {{ l | map('upper') | join }}",
                Map.of("l", List.of("a", "b")));

        assertThat(text).isEqualTo("None 1180591620717411303424 [2, 1] AB");
    }

    @Test
    void registeredFiltersAndFunctionsStay() {
        jinjava.getGlobalContext().registerFilter(new Shout());
        jinjava.getGlobalContext()
                .registerFunction(new ELFunctionDefinition("", "twice", JinjavaMountTest.class, "twice", String.class));

        assertThat(jinjava.render("{{ 'hi' | shout }} {{ twice('ab') }}", Map.of()))
                .isEqualTo("HI! abab");
    }

    @Test
    void aRegisteredFilterIsAppliedWhereItIsReachedAndNowhereElse() {
        AtomicInteger calls = new AtomicInteger();
        jinjava.getGlobalContext().registerFilter(new Counting(calls));

        String text = jinjava.render("{% if false %}{{ 'a' | counting }}{% endif %}{{ 'a' | counting }}", Map.of());

        assertThat(text).isEqualTo("1");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aRegisteredTagSeesTheVariablesAroundIt() {
        jinjava.getGlobalContext().registerTag(new Greet());

        assertThat(jinjava.render("{% for n in ['Ann', 'Bo'] %}{% greet n %};{% endfor %}", Map.of()))
                .isEqualTo("Hi Ann;Hi Bo;");
    }

    @Test
    void theBodyOfARegisteredTagIsExactAndSeesWhatTheTagSets() {
        jinjava.getGlobalContext().registerTag(new Twice());

        assertThat(jinjava.render(
                        "{% macro b(x) %}<{{ x }}>{% endmacro %}{% set y = none %}{% twice %}{{ turn }}{{ b(y) }}{% endtwice %}",
                        Map.of()))
                .isEqualTo("1<None>2<None>");
    }

    @Test
    void aRegisteredTagDoesNotReplaceOneOfJinja2() {
        assertThat(jinjava.renderForResult("{% unless 1 %}{% endunless %}", Map.of())
                        .getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage()).contains("Encountered unknown tag 'unless'."));
    }

    @Test
    void aFailingTagIsAnErrorInItsLine() {
        jinjava.getGlobalContext().registerTag(new Twice());

        assertThat(jinjava.renderForResult("a\n{% twice %}\n{{ 1 / 0 }}{% endtwice %}", Map.of())
                        .getErrors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.getMessage()).isEqualTo("ZeroDivisionError: division by zero");
                    assertThat(error.getLineno()).isEqualTo(3);
                });
    }

    @Test
    void includedTemplatesComeFromJinjava() {
        jinjava.setResourceLocator((name, encoding, interpreter) -> "<" + name + ">");

        assertThat(jinjava.render("{% include 'part' %}", Map.of())).isEqualTo("<part>");
    }

    @Test
    void errorsAreAmongThoseOfTheResult() {
        RenderResult result = jinjava.renderForResult("a\n{{ 1 + nope }}", Map.of());

        assertThat(result.getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage()).isEqualTo("UndefinedError: 'nope' is undefined");
            assertThat(error.getLineno()).isEqualTo(2);
        });
    }

    @Test
    void whatAFailingFilterOrTagSaysIsNotShown() {
        jinjava.getGlobalContext().registerFilter(new Broken());
        jinjava.getGlobalContext().registerTag(new Broken());

        for (String source : List.of("{{ 'x' | broken }}", "{% broken %}")) {
            RenderResult result = jinjava.renderForResult(source, Map.of());

            assertThat(result.getErrors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.getMessage())
                            .contains("broken failed with java.lang.IllegalStateException")
                            .doesNotContain("t0psecret"));
        }
    }

    @Test
    void beansAreNotVisible() {
        assertThat(jinjava.render("{{ bean is defined }}", Map.of("bean", new Shout())))
                .isEqualTo("False");
    }

    /** Called by the template. */
    public static String twice(String text) {
        return text + text;
    }

    private static final class Greet implements Tag {

        private static final long serialVersionUID = 1;

        @Override
        public String getName() {
            return "greet";
        }

        @Override
        public String getEndTagName() {
            return null;
        }

        @Override
        public String interpret(TagNode tagNode, JinjavaInterpreter interpreter) {
            return "Hi " + interpreter.resolveELExpression(tagNode.getHelpers().strip(), 1);
        }
    }

    private static final class Twice implements Tag {

        private static final long serialVersionUID = 1;

        @Override
        public String getName() {
            return "twice";
        }

        @Override
        public String interpret(TagNode tagNode, JinjavaInterpreter interpreter) {
            StringBuilder text = new StringBuilder();
            for (long turn = 1; turn <= 2; turn++) {
                interpreter.getContext().put("turn", turn);
                tagNode.getChildren().forEach(child -> text.append(child.render(interpreter)));
            }
            return text.toString();
        }
    }

    private static final class Broken implements Filter, Tag {

        private static final long serialVersionUID = 1;

        @Override
        public String getName() {
            return "broken";
        }

        @Override
        public String getEndTagName() {
            return null;
        }

        @Override
        public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
            throw new IllegalStateException("password t0psecret refused");
        }

        @Override
        public String interpret(TagNode tagNode, JinjavaInterpreter interpreter) {
            throw new IllegalStateException("password t0psecret refused");
        }
    }

    private static final class Shout implements Filter {
        @Override
        public String getName() {
            return "shout";
        }

        @Override
        public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
            return value.toString().toUpperCase(java.util.Locale.ROOT) + "!";
        }
    }

    private record Counting(AtomicInteger calls) implements Filter {
        @Override
        public String getName() {
            return "counting";
        }

        @Override
        public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
            return calls.incrementAndGet();
        }
    }
}
