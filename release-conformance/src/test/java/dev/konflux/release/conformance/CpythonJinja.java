package dev.konflux.release.conformance;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPython with Jinja2, asked in one process. */
final class CpythonJinja {

    private static final String SCRIPT = "/dev/konflux/release/conformance/render_templates.py";

    private final Path folder;

    CpythonJinja(Path folder) {
        this.folder = folder;
    }

    /** Whether there is a python3 with a Jinja2 of the line this library follows. */
    static boolean isThere() {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import jinja2; print(jinja2.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 && version.startsWith("3.1.");
        } catch (IOException noPython) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The answer to each template with the same variables: {@code output}, or {@code error} and {@code line}. */
    List<DataObject> answers(DataObject variables, List<DataObject> templates) {
        Path questions = folder.resolve("questions");
        Path answers = folder.resolve("answers");
        try {
            write(questions, variables, templates);
            Process process = new ProcessBuilder("python3", script().toString())
                    .redirectInput(questions.toFile())
                    .redirectOutput(answers.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("python3 ended with " + process.exitValue());
            }
            return JsonReader.create().readAll(Files.readString(answers), "answers").stream()
                    .map(answer -> answer.asObject().orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, DataObject variables, List<DataObject> templates) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(variables + "\n");
            for (DataObject template : templates) {
                writer.write(template + "\n");
            }
        }
    }

    private Path script() throws IOException {
        Path script = folder.resolve("render_templates.py");
        try (InputStream source = CpythonJinja.class.getResourceAsStream(SCRIPT)) {
            if (source == null) {
                throw new IllegalStateException(SCRIPT + " is missing");
            }
            Files.write(script, source.readAllBytes());
        }
        return script;
    }
}
