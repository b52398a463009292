package dev.konflux.release.testkit.kube;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that a test runs, in a folder and an environment of their own. */
final class CommandLine {

    private final Path folder;

    CommandLine(Path folder) {
        this.folder = folder;
    }

    /** What a program printed, and how it ended. */
    record Outcome(int exit, String output) {}

    /** Skips the test where the machine lacks a program. */
    void require(String why, String... command) {
        boolean isThere;
        try {
            isThere = run(Map.of(), command).exit() == 0;
        } catch (IOException e) {
            isThere = false;
        }
        assumeTrue(isThere, why);
    }

    Outcome run(Map<String, String> environment, String... command) throws IOException {
        Path output = Files.createTempFile(folder, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("no end of " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
        return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static String[] with(String first, String[] rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }
}
