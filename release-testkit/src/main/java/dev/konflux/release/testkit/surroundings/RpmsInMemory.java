package dev.konflux.release.testkit.surroundings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.notes.rpm.RpmFile;
import dev.konflux.release.notes.rpm.RpmFiles;
import dev.konflux.release.notes.rpm.RpmServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RPM packages in components' artifacts and on the server customers get them from, held in memory. */
public final class RpmsInMemory implements RpmFiles, RpmServer {

    private final Map<String, List<RpmFile>> artifacts = new HashMap<>();
    private final Map<String, List<RpmFile>> repositories = new HashMap<>();

    /** Adds a package to the artifact of a reference. */
    @CanIgnoreReturnValue
    public synchronized RpmsInMemory built(String containerImage, RpmFile rpm) {
        artifacts.computeIfAbsent(containerImage, any -> new ArrayList<>()).add(rpm);
        return this;
    }

    /** Publishes a package in a repository. */
    @CanIgnoreReturnValue
    public synchronized RpmsInMemory published(String repository, RpmFile rpm) {
        repositories.computeIfAbsent(repository, any -> new ArrayList<>()).add(rpm);
        return this;
    }

    @Override
    public synchronized List<RpmFile> in(String containerImage) {
        return List.copyOf(artifacts.getOrDefault(containerImage, List.of()));
    }

    @Override
    public synchronized List<String> digestsOf(RpmFile rpm, String repository) {
        return repositories.getOrDefault(repository, List.of()).stream()
                .filter(other ->
                        other.epoch().equals(rpm.epoch()) && other.toString().equals(rpm.toString()))
                .map(RpmFile::sha256)
                .toList();
    }
}
