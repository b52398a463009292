package dev.konflux.release.collectors.git;

import java.io.IOException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** What branches and tags reach: a clone made now would hold just that, however much more lies around. */
final class ReachableCommits {

    private final Repository repository;
    private final Refs refs;

    ReachableCommits(Repository repository, Refs refs) {
        this.repository = repository;
        this.refs = refs;
    }

    /**
     * Insists on an object being reached.
     *
     * @throws MissingObjectException when it is not
     */
    void require(ObjectId wanted) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            for (Ref ref :
                    repository.getRefDatabase().getRefsByPrefix(refs.prefixes().toArray(String[]::new))) {
                ObjectId tip = ref.getObjectId();
                if (wanted.equals(tip)) {
                    return;
                }
                if (tip != null && walk.peel(walk.parseAny(tip)) instanceof RevCommit commit) {
                    walk.markStart(commit);
                }
            }
            for (RevCommit commit : walk) {
                Interruption.check();
                if (commit.equals(wanted)) {
                    return;
                }
            }
        }
        throw new MissingObjectException(wanted, Constants.TYPE_COMMIT);
    }
}
