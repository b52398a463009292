package dev.konflux.release.collectors.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.JqText;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with jq 1.6 itself; {@code -Dcollectors.programs=5000} tries more, {@code -Dcollectors.seed=7} others. */
class GeneratedProgramsTest {

    private static final int PROGRAMS = Integer.getInteger("collectors.programs", 30);
    private static final int SEED = Integer.getInteger("collectors.seed", 1);

    private static final String INPUT = """
            {"a":{"b":[1,2.5,"x",null,{"c":true}],"c":"Text","d":-3},"e":[3,1,2],"f":"","g":false,"h":null,
             "i":["b","a","b"],"j":{"z":1,"y":[2,[3]]},"k":"12","l":0,"m":1e3,"n":"\u00e9\\n"}""";

    private static final List<String> STEPS = List.of(
            ".", ".a", ".a.b", ".a.c", ".a.d", ".e", ".f", ".g", ".h", ".i", ".j", ".k", ".l", ".m", ".n", ".nope",
            "..", "1", "0", "2.5", "null", "true", "false", "empty", "env");
    private static final List<String> CALLS = List.of(
            "length",
            "keys",
            "keys_unsorted",
            "values",
            "add",
            "any",
            "all",
            "first",
            "last",
            "flatten",
            "floor",
            "sqrt",
            "join(.k)",
            "has(0)",
            "has(.c)",
            "map(.)",
            "map(type)",
            "max",
            "min",
            "not",
            "nulls",
            "numbers",
            "objects",
            "arrays",
            "strings",
            "booleans",
            "scalars",
            "recurse",
            "reverse",
            "select(.)",
            "sort",
            "sort_by(.)",
            "unique",
            "startswith(.)",
            "endswith(.)",
            "to_entries",
            "tojson",
            "tonumber",
            "tostring",
            "type",
            "ascii_downcase",
            "ascii_upcase",
            "fromjson",
            "@base64",
            "@json",
            "@text",
            "@uri",
            "add?",
            ".b?",
            ".c",
            "select(.c?)");
    private static final List<String> OPERATORS =
            List.of("|", "|", "|", ",", "//", "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "and", "or");

    @TempDir
    Path folder;

    private Path file = Path.of("nowhere");

    private static String program(Random chance, int depth) {
        if (depth == 0 || chance.nextInt(4) == 0) {
            return any(chance, STEPS);
        }
        return switch (chance.nextInt(4)) {
            case 0 -> program(chance, depth - 1) + " | " + any(chance, CALLS);
            case 1 -> "(" + program(chance, depth - 1) + ")";
            case 2 -> program(chance, depth - 1) + " | " + any(chance, CALLS) + " | " + any(chance, CALLS);
            default -> program(chance, depth - 1) + " " + any(chance, OPERATORS) + " " + program(chance, depth - 1);
        };
    }

    private static String any(Random chance, List<String> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    @Test
    void aProgramHasTheOutputsOfJq() throws Exception {
        assumeTrue(isJqThere(), "jq 1.6 is not here: generated programs are not compared");
        file = Files.writeString(folder.resolve("input.json"), INPUT);
        Data input = JqText.read(JsonReader.create().read(INPUT, ""));
        for (int seed = SEED; seed < SEED + PROGRAMS; seed++) {
            String program = program(new Random(seed), 4);
            assertThat(outputs(program, input)).as("%d: %s", seed, program).isEqualTo(jq(program));
        }
    }

    /** The outputs as text, and a line if an error ended them. */
    private static List<String> outputs(String program, Data input) {
        List<String> outputs = new ArrayList<>();
        try {
            JqFilter.compile(program, Map.of()).run(input, output -> outputs.addAll(lines(JqText.raw(output))));
        } catch (JqError e) {
            outputs.add("ERROR");
        }
        return outputs;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private List<String> jq(String program) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("jq", "-r", program, file.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process jq = builder.start();
        String said = new String(jq.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> outputs =
                new ArrayList<>(said.isEmpty() ? List.of() : lines(said.substring(0, said.length() - 1)));
        if (jq.waitFor() != 0) {
            outputs.add("ERROR");
        }
        return outputs;
    }

    private static boolean isJqThere() throws InterruptedException {
        try {
            Process jq = new ProcessBuilder("jq", "--version").start();
            return new String(jq.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("jq-1.6");
        } catch (IOException e) {
            return false;
        }
    }
}
