package dev.konflux.release.notes.rpm;

import java.util.List;

/** The server customers get RPM packages from. */
@FunctionalInterface
public interface RpmServer {

    /**
     * The SHA-256 digests under which a repository publishes a package of that name, epoch, version, release and architecture: none when it
     * has no such package, empty text for a package whose digest cannot be told.
     *
     * @param repository the repository's name in the mapping, {@code repository_name}
     */
    List<String> digestsOf(RpmFile rpm, String repository);
}
