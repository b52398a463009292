package dev.konflux.release.collectors.git;

import java.nio.file.Path;
import java.util.Optional;

/** A process of its own that uses a cache. Arguments: folder, address, two revisions. Prints the subjects of the commits between them. */
public final class CacheUser {

    private CacheUser() {}

    /** Runs. */
    public static void main(String[] arguments) {
        try (GitClones clones = GitClones.cachedIn(Path.of(arguments[0])).build();
                GitRepository repository = clones.open(GitRequest.of(arguments[1]))) {
            repository.log(arguments[2], arguments[3], Optional.empty(), entry -> System.out.println(entry.subject()));
        }
    }
}
