package dev.konflux.release.model;

import dev.konflux.release.model.data.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads all files below a folder. Whatever cannot be read becomes a finding; each file is read once, however many links lead to it. */
final class FolderReader {

    private static final int DEEPEST = 100;
    private static final long MOST_CHARACTERS = 64L << 20;

    private final DocumentReader documents = new DocumentReader();
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Set<Path> visited = new HashSet<>();
    private long characters;

    void read(Path place) {
        if (Files.isDirectory(place)) {
            readFolder(place, 0);
        } else {
            readFile(place);
        }
    }

    Resources resources() {
        return documents.resources(Sources.ofFiles(files));
    }

    private void readFolder(Path folder, int depth) {
        try {
            if (depth > DEEPEST || !visited.add(folder.toRealPath())) {
                return;
            }
            for (Path entry : entries(folder)) {
                if (Files.isDirectory(entry)) {
                    readFolder(entry, depth + 1);
                } else if (looksLikeDocuments(entry)) {
                    readFile(entry);
                }
            }
        } catch (IOException e) {
            report(folder, "read.unreadable", "cannot read the folder: " + FileText.reason(e));
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(FolderReader::isWanted).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    // Mounted ConfigMaps hold every file twice, once below a folder that begins with two dots.
    private static boolean isWanted(Path entry) {
        String name = name(entry);
        return !name.equals(".git") && !name.startsWith("..");
    }

    private static boolean looksLikeDocuments(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private void readFile(Path file) {
        try {
            if (Files.exists(file) && !visited.add(file.toRealPath())) {
                return;
            }
        } catch (IOException e) {
            report(file, "read.unreadable", "cannot read the file: " + FileText.reason(e));
            return;
        }
        FileText content = FileText.read(file);
        if (!content.problemId().isEmpty()) {
            report(file, content.problemId(), content.problem());
            return;
        }
        characters += content.text().length();
        if (characters > MOST_CHARACTERS) {
            report(file, "read.too-large", "expected at most " + MOST_CHARACTERS + " characters in all files together");
            return;
        }
        files.put(source(file), file);
        documents.read(content.text(), source(file));
    }

    private void report(Path place, String id, String problem) {
        documents.report(Finding.error(id)
                .at(new Position(source(place), 0, 0))
                .message(problem)
                .build());
    }

    private static String source(Path file) {
        return file.toString().replace('\\', '/');
    }
}
