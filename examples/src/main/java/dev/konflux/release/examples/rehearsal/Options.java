package dev.konflux.release.examples.rehearsal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param folder folder of documents
 * @param release name of the Release to rehearse; when absent, the newest one that asks for a managed pipeline
 * @param json whether machines read the answer
 * @param colour when to colour
 */
record Options(Path folder, Optional<String> release, boolean json, Colour colour) {

    static final String USAGE = """
            usage: rehearse FOLDER [--release NAME] [--json] [--color auto|always|never]

            Reads every YAML and JSON document below FOLDER and tells what a real release would do with them.
            """;

    /** When to colour the output. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** The command line is not understood; the message says what is wrong. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1;

        Misuse(String message) {
            super(message);
        }
    }

    static Options parse(String... arguments) {
        Optional<Path> folder = Optional.empty();
        Optional<String> release = Optional.empty();
        boolean json = false;
        Colour colour = Colour.AUTO;
        for (Iterator<String> words = Arrays.asList(arguments).iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--json" -> json = true;
                case "--release" -> release = Optional.of(valueOf(word, words));
                case "--color" -> colour = colour(valueOf(word, words));
                default -> folder = Optional.of(onlyFolder(folder, word));
            }
        }
        return new Options(folder.orElseThrow(() -> new Misuse("no folder given")), release, json, colour);
    }

    private static Path onlyFolder(Optional<Path> earlier, String word) {
        if (word.startsWith("-")) {
            throw new Misuse("unknown option " + word);
        }
        if (earlier.isPresent()) {
            throw new Misuse("more than one folder given: " + earlier.get() + " and " + word);
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new Misuse("not a folder: " + word);
        }
    }

    private static String valueOf(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Misuse(option + " needs a value");
        }
        return words.next();
    }

    private static Colour colour(String word) {
        return switch (word) {
            case "auto" -> Colour.AUTO;
            case "always" -> Colour.ALWAYS;
            case "never" -> Colour.NEVER;
            default -> throw new Misuse("--color takes auto, always or never, not " + word);
        };
    }
}
