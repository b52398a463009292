package dev.konflux.release.collectors.git;

import java.io.File;
import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/**
 * A repository on this machine. Commits named by their full hash are read where they lie. Other revisions mean in a clone something else than
 * in its origin (a clone has one local branch), so they are looked up in a clone.
 */
final class LocalOrigin implements Origin {

    private static final int FATAL = 128;

    private final File gitFolder;
    private final Origin clone;

    LocalOrigin(File gitFolder, Origin clone) {
        this.gitFolder = gitFolder;
        this.clone = clone;
    }

    @Override
    public GitRepository history(HistoryRequest request) {
        return request.revisions().stream().allMatch(ObjectId::isId)
                ? open(request.everyObject())
                : clone.history(request);
    }

    @Override
    public GitRepository files(String branch) {
        return open(false);
    }

    @Override
    public Mailmap mailmap() {
        try (Repository repository = repository()) {
            return Mailmap.find(repository, Constants.HEAD).map(Mailmap::parse).orElse(Mailmap.EMPTY);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private ClonedRepository open(boolean everyObject) {
        try {
            return new ClonedRepository(repository(), Refs.OF_ORIGIN, everyObject);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Repository repository() throws IOException {
        return new RepositoryBuilder().setGitDir(gitFolder).setMustExist(true).build();
    }

    private static GitFailure failure(IOException e) {
        return new GitFailure(FATAL, "cannot open the repository: " + e.getMessage(), e);
    }
}
