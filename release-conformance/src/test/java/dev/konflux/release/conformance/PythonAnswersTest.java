package dev.konflux.release.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates by topic with what Jinja2 on CPython made of them, for machines where there is no Python. A line that begins with {@code @} sets
 * the options for what follows. Of each pair of lines the first is a template, the second begins with {@code =>} and its text or with
 * {@code !!} and the class, the line ({@code -} for none) and the message of its error. {@code \n}, {@code \r} and {@code \\} stand for a
 * newline, a carriage return and a backslash.
 */
class PythonAnswersTest {

    private final DataObject context = json("context.json");
    private final DataObject templates = json("templates.json");

    @ParameterizedTest
    @ValueSource(strings = {"expressions", "syntax", "whitespace", "templates", "safety", "ansible"})
    void templatesGiveWhatPythonGives(String topic) {
        List<String> differences = new ArrayList<>();
        DataObject options = DataObject.empty();
        List<String> lines = resource(topic + ".answers")
                .lines()
                .dropWhile(line -> line.startsWith("#"))
                .filter(line -> !line.isEmpty())
                .toList();
        for (int i = 0; i < lines.size(); i += 2) {
            while (lines.get(i).startsWith("@ ")) {
                options = object(lines.get(i++).substring(2));
            }
            String found = answer(unescaped(lines.get(i)), options);
            String wanted = unescaped(lines.get(i + 1));
            if (!found.equals(wanted)) {
                differences.add(lines.get(i) + " with " + options + "\n  Jinja2: " + wanted + "\n  ours:   " + found);
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void aTextIsUnescapedFromLeftToRight() {
        assertThat(unescaped("a\\n\\\\n")).isEqualTo("a\n\\n");
    }

    private String answer(String template, DataObject options) {
        DataObject answer = TemplateArea.answer(DataObject.builder()
                .put("template", template)
                .put("options", options)
                .put("context", context)
                .put("templates", templates)
                .build());
        return answer.findText("output").map(text -> "=> " + text).orElseGet(() -> error(answer));
    }

    private static String error(DataObject answer) {
        return "!! " + answer.findText("error", "class").orElse("") + " "
                + answer.find("error", "line").map(Data::toString).orElse("-") + " "
                + answer.findText("error", "message").orElse("").strip();
    }

    private static String unescaped(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = line.charAt(++i);
            out.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
        }
        return out.toString();
    }

    private static DataObject json(String name) {
        return object(resource(name));
    }

    private static DataObject object(String text) {
        return JsonReader.create().read(text, "answers").asObject().orElseThrow();
    }

    private static String resource(String name) {
        try (InputStream in = PythonAnswersTest.class.getResourceAsStream("answers/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + name, unreadable);
        }
    }
}
