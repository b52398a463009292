package dev.konflux.release.collectors.git;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a cache below a size: what was not used for longest goes first, and nothing that somebody may be reading at the moment. */
final class CacheBound {

    /** Longer than anybody reads. */
    private static final Duration IN_USE = Duration.ofHours(1);

    private static final String MARKER = "used";
    private static final String LEAVING = "leaving";

    private final Path cache;
    private final long mostBytes;
    private final Clock clock;

    CacheBound(Path cache, long mostBytes, Clock clock) {
        this.cache = cache;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** Notes that a part of the cache is used now. */
    static void use(Path part) throws IOException {
        FolderLock.holding(
                part, () -> Files.writeString(Files.createDirectories(part).resolve(MARKER), ""));
    }

    /** Deletes as much as the bound demands and use allows. */
    void enforce() throws IOException {
        List<Part> parts = parts();
        long bytes = parts.stream().mapToLong(Part::bytes).sum();
        for (Part part : parts) {
            if (bytes > mostBytes && delete(part.folder)) {
                bytes -= part.bytes;
            }
        }
    }

    private record Part(Path folder, Instant used, long bytes) {}

    /** Those that were not used for longest first. */
    private List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path folder : children(cache)) {
            if (Files.exists(folder.resolve(MARKER))) {
                parts.add(new Part(folder, used(folder), bytes(folder)));
            }
        }
        parts.sort(Comparator.comparing(Part::used));
        return parts;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static Instant used(Path part) throws IOException {
        return Files.getLastModifiedTime(part.resolve(MARKER)).toInstant();
    }

    /** Others may be at work in the folder, so files come and go. */
    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path child : children(folder)) {
            try {
                bytes += Files.isDirectory(child) ? bytes(child) : Files.size(child);
            } catch (NoSuchFileException e) {
                // It went.
            }
        }
        return bytes;
    }

    private boolean delete(Path part) throws IOException {
        Path leaving = part.resolveSibling(part.getFileName() + "." + LEAVING);
        boolean leaves = FolderLock.holding(part, () -> {
            boolean isInUse = used(part).plus(IN_USE).isAfter(clock.instant());
            if (!isInUse) {
                Files.move(part, leaving, StandardCopyOption.ATOMIC_MOVE);
            }
            return !isInUse;
        });
        if (leaves) {
            MoreFiles.deleteRecursively(leaving, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        return leaves;
    }
}
