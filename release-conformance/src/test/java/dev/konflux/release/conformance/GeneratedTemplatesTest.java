package dev.konflux.release.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated templates give the text, or the error class and line, that CPython's Jinja2 gives. {@code -Dtemplates=20000} tries more than the
 * few of every build, {@code -Dtemplates.from=1000000} others.
 */
class GeneratedTemplatesTest {

    /** What cannot be compared: what does not end in CPython, and what it cannot answer. */
    private static final String UNKNOWN = "unknown";

    private static final String VARIABLES = """
            {"a": 3, "b": -7, "zero": 0, "ratio": 2.5, "yes": true, "nothing": null, "word": "abc", "text": "Hello big World\\nof tests",
             "html": "<a href='x'>T&C</a>", "empty": [], "words": ["Bo", "al", "cy"], "numbers": [3, 1, 2], "mixed": [1, "a", null, 2.5],
             "nested": {"a": {"b": [1, 2]}, "name": "N"}, "pairs": [["k", 1], ["j", 2]], "table": {"b": 2, "a": 1, "C": "x"},
             "people": [{"name": "Bo", "age": 41, "city": "Rome"}, {"name": "al", "age": 7, "city": "oslo"}, {"name": "Cy", "age": 30}],
             "pair": {"$tuple": [1, "b"]}, "safe": {"$markup": "<i>x</i>"}, "span": {"$range": [0, 7, 2]}}
            """;

    @TempDir
    Path folder;

    private final DataObject variables = JsonReader.create()
            .read(VARIABLES.replace("\n", " "), "variables")
            .asObject()
            .orElseThrow();

    @Test
    void generatedTemplatesRenderAsInCpython() {
        assertThat(differences(GeneratedTemplatesTest::shown, this::rendered)).isEmpty();
    }

    @Test
    void generatedTemplatesLookUpTheNamesTheyLookUpInCpython() {
        assertThat(differences(
                        answer -> answer.find("undeclared").map(Data::toString).orElse(UNKNOWN),
                        template -> names(TemplateArea.template(template).undefinedVariables())))
                .isEmpty();
    }

    private static String names(Set<String> names) {
        return DataArray.of(names.stream().map(Data::of).toList()).toString();
    }

    /** The templates for which CPython's answer and ours show differently. */
    private List<String> differences(Function<DataObject, String> wanted, Function<DataObject, String> found) {
        assumeTrue(CpythonJinja.isThere(), "python3 with Jinja2 3.1 is not here: generated templates are not compared");
        long from = Long.getLong("templates.from", 0);
        List<DataObject> templates = LongStream.range(from, from + Integer.getInteger("templates", 200))
                .mapToObj(TemplateGenerator::template)
                .toList();
        List<DataObject> answers = new CpythonJinja(folder).answers(variables, templates);

        List<String> differences = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            DataObject template = templates.get(i);
            DataObject answer = answers.get(i);
            String expected = wanted.apply(answer);
            String ours = expected.startsWith(UNKNOWN) ? expected : attempted(found, template);
            if (!ours.equals(expected)) {
                differences.add("template " + (from + i) + ": " + template + "\n  Jinja2: " + expected
                        + answer.findText("error", "message")
                                .map(message -> " (" + message + ")")
                                .orElse("") + "\n  ours:   " + ours);
            }
        }
        return differences;
    }

    private static String attempted(Function<DataObject, String> found, DataObject template) {
        try {
            return found.apply(template);
        } catch (RuntimeException crash) {
            return "crash: " + crash;
        }
    }

    private String rendered(DataObject template) {
        return shown(TemplateArea.answer(template.with("context", variables)));
    }

    /** The text, or class and line; without what nobody can foresee: addresses of objects, and where a recursion ends. */
    private static String shown(DataObject answer) {
        Optional<String> text = answer.findText("output");
        if (text.isPresent()) {
            return "text " + Data.of(text.get().replaceAll("(?i)0x[0-9a-f]{6,}", "0x?"));
        }
        String error = answer.findText("error", "class").orElse("");
        if (error.equals("Endless") || error.equals("MemoryError") || error.equals("Missing")) {
            return UNKNOWN;
        }
        Data line = answer.find("error", "line").orElse(Data.of(0));
        return error.equals("RecursionError") ? error : error + " in line " + line;
    }
}
