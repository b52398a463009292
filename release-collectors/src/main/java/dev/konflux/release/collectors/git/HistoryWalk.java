package dev.konflux.release.collectors.git;

import java.io.IOException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Reads commits, each once. Their texts are kept until they are wanted, up to a limit: beyond it a text is read again, so that a long
 * history costs time and not memory.
 */
final class HistoryWalk extends RevWalk {

    private static final int MOST_TEXT_KEPT = 16 << 20;

    private long textKept;

    HistoryWalk(Repository repository) {
        super(repository);
    }

    /** The commit with its parents and date read, and with its text if there is room. */
    HistoryCommit read(ObjectId id) throws IOException {
        HistoryCommit commit = (HistoryCommit) parseCommit(id);
        byte[] text = commit.getRawBuffer();
        if (text == null || commit.textKept > 0) {
            return commit;
        }
        if (textKept + text.length > MOST_TEXT_KEPT) {
            commit.disposeBody();
        } else {
            commit.textKept = text.length;
            textKept += text.length;
        }
        return commit;
    }

    /** Lets go of a text that nobody will ask for. */
    void forget(HistoryCommit commit) {
        commit.disposeBody();
        textKept -= commit.textKept;
        commit.textKept = 0;
    }

    @Override
    protected RevCommit createCommit(AnyObjectId id) {
        return new HistoryCommit(id);
    }

    /** Commit graphs hold no texts, so they are of no use here. */
    @Override
    protected RevCommit createCommit(AnyObjectId id, int graphPosition) {
        return new HistoryCommit(id);
    }
}
