package dev.konflux.release.collectors.git;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** A clone in the making, which nobody else sees. */
final class ScratchClone {

    private ScratchClone() {}

    /** Something that is done with a clone. */
    @FunctionalInterface
    interface Use {
        void of(Path clone) throws IOException;
    }

    /** Makes an empty clone beside a place where it may be moved to. It goes when all is done, unless it was moved elsewhere. */
    static void beside(Path place, Use use) throws IOException {
        Path scratch = Files.createTempDirectory(Files.createDirectories(place.getParent()), "new");
        try {
            try (Repository repository = open(scratch)) {
                repository.create(true);
                OriginReferences.configure(repository);
            }
            use.of(scratch);
        } finally {
            if (Files.exists(scratch)) {
                MoreFiles.deleteRecursively(scratch, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        }
    }

    /** Opens a clone, be it finished or not. */
    static Repository open(Path clone) throws IOException {
        return new RepositoryBuilder().setGitDir(clone.toFile()).setBare().build();
    }
}
