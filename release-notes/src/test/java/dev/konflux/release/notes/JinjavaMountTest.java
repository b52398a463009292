package dev.konflux.release.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import java.util.List;
import java.util.Map;
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
    void beansAreNotVisible() {
        assertThat(jinjava.render("{{ bean is defined }}", Map.of("bean", new Shout())))
                .isEqualTo("False");
    }

    /** Called by the template. */
    public static String twice(String text) {
        return text + text;
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
}
