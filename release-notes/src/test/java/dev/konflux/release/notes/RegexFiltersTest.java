package dev.konflux.release.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ansible's filters read patterns as Python's {@code re} does. */
class RegexFiltersTest {

    private static final NotesRenderer RENDERER = NotesRenderer.builder()
            .options(TemplateOptions.builder().ansibleFilters(true).build())
            .build();

    private static String render(String expression, Map<String, String> variables) {
        return RENDERER.parse("{{ " + expression + " }}").render(TemplateData.of(variables));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "foobar; foo(?=bar); [foo]",
                "foobaz; foo(?=bar); []",
                "foobar; (?<=foo)bar; [bar]",
                "price 42; (?<!\\d)\\d+(?!\\d); [42]",
                "abab; (ab)\\1; [ab]",
                "abba; (?P<x>a)(?P<y>b)(?P=y)(?P=x); [(a, b)]",
                "aXbx; (?i)x; [X, x]",
                "a1b22; [^\\d]+; [a, b]",
                "one two; \\bt\\w+; [two]",
                "aaa; a{2}; [aa]",
                "aaa; a*?; [, a, , a, , a, ]",
                "<b>x</b>; <(\\w)>(.*?)</\\1>; [(b, x)]",
                "(a); ^(\\()?a(?(1)\\))$; [(]",
                "aab; (?>a+)ab; []",
                "äö; \\w+; [äö]",
            })
    void findsWhatPythonFinds(String text, String pattern, String found) {
        String shown = render("text | regex_findall(pattern)", Map.of("text", text, "pattern", pattern));

        assertThat(shown.replace("'", "")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "v1.2.3; ^v(\\d+)\\.(\\d+).*; \\2-\\1; 2-1",
                "ab; (?P<first>.); <\\g<first>>; <a><b>",
                "abxd; x*; -; -a-b--d-",
                "aaa; a; \\\\; \\\\\\",
                "quay.io/org/name:tag; (?<=:).+$; new; quay.io/org/name:new",
            })
    void replacesAsPythonDoes(String text, String pattern, String replacement, String result) {
        assertThat(render(
                        "text | regex_replace(pattern, with)",
                        Map.of("text", text, "pattern", pattern, "with", replacement)))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(; missing ), unterminated subpattern at position 0",
                "a); unbalanced parenthesis at position 1",
                "[a; unterminated character set at position 0",
                "*a; nothing to repeat at position 0",
                "a**; multiple repeat at position 2",
                "(?<=a+)b; look-behind requires fixed-width pattern",
                "\\2; invalid group reference 2 at position 1",
                "\\q; bad escape \\q at position 0",
                "[z-a]; bad character range z-a at position 1",
            })
    void aWrongPatternFailsInPythonsWords(String pattern, String message) {
        assertThatThrownBy(() -> render("'a' | regex_search(pattern)", Map.of("pattern", pattern)))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.errorClass()).isEqualTo("error");
                    assertThat(e.problem()).isEqualTo(message);
                });
    }

    @Test
    void escapesForBasicExpressionsToo() {
        assertThat(render("text | regex_escape('posix_basic')", Map.of("text", "[a-z].*$(x)")))
                .isEqualTo("\\[a-z\\]\\.\\*\\$(x)");
    }
}
