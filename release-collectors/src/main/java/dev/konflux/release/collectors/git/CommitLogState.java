package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How much of a log of commits is valid.
 *
 * @param textsEnd where its texts end
 * @param recordsEnd where its records end
 * @param floor the commit whose history was left out
 * @param tips the commits and tag objects that branches and tags pointed at when it was last brought up to date
 */
record CommitLogState(long textsEnd, long recordsEnd, Optional<ObjectId> floor, Set<ObjectId> tips) {

    private static final String FILE = "state";
    private static final CommitLogState NEW = new CommitLogState(0, 0, Optional.empty(), Set.of());
    private static final int FIRST_TIP = 3;

    /** Reads the state of the log in a folder. */
    static CommitLogState read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return NEW;
        }
        List<String> lines = Files.readAllLines(file);
        try {
            Optional<ObjectId> floor =
                    lines.get(2).isEmpty() ? Optional.empty() : Optional.of(ObjectId.fromString(lines.get(2)));
            Set<ObjectId> tips = lines.subList(FIRST_TIP, lines.size()).stream()
                    .map(ObjectId::fromString)
                    .collect(Collectors.toSet());
            return new CommitLogState(Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)), floor, tips);
        } catch (IndexOutOfBoundsException | NumberFormatException | InvalidObjectIdException e) {
            throw new IOException("the cache is damaged: " + file + " is not as it was written", e);
        }
    }

    /** Replaces the state of the log in a folder, all at once. */
    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                Long.toString(textsEnd),
                Long.toString(recordsEnd),
                floor.map(ObjectId::name).orElse("")));
        tips.forEach(tip -> lines.add(tip.name()));
        Path written = folder.resolve(FILE + ".new");
        Files.write(written, lines, StandardCharsets.US_ASCII);
        Files.move(written, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
