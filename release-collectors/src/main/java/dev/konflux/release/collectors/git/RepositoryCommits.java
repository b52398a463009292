package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Commits of a repository on this machine, each read once. Their texts are kept until they are wanted, up to a limit: beyond it a text is read
 * again, so that a long history costs time and not memory.
 */
final class RepositoryCommits implements CommitGraph {

    private static final int MOST_TEXT_KEPT = 16 << 20;
    private static final int FIRST_ROOM = 1 << 10;

    private final ObjectReader reader;
    private final Set<ObjectId> shallow;
    private final CommitTable table = new CommitTable();
    private final IdList trees = new IdList();
    private byte[] @Nullable [] texts = new byte[FIRST_ROOM][];
    private long textKept;

    RepositoryCommits(ObjectReader reader) throws IOException {
        this.reader = reader;
        this.shallow = reader.getShallowCommits();
    }

    @Override
    public CommitTable table() {
        return table;
    }

    @Override
    public boolean know(int commit) throws IOException {
        if (table.isKnown(commit)) {
            return true;
        }
        ObjectId id = table.id(commit);
        byte[] text = read(id);
        CommitHeader header = CommitHeader.read(id, text);
        table.describe(commit, header.date(), shallow.contains(id) ? List.of() : header.parents());
        trees.set(commit, header.tree());
        keep(commit, text);
        return true;
    }

    private byte[] read(ObjectId id) throws IOException {
        ObjectLoader commit = reader.open(id, Constants.OBJ_COMMIT);
        if (commit.getSize() > GitLimits.DEFAULT.commitBytes()) {
            throw new Refusal("commit " + id.name() + " is larger than " + GitLimits.DEFAULT.commitBytes() + " bytes");
        }
        return commit.getCachedBytes();
    }

    private void keep(int commit, byte[] text) {
        if (textKept + text.length > MOST_TEXT_KEPT) {
            return;
        }
        if (commit >= texts.length) {
            texts = Arrays.copyOf(texts, Math.max(commit + 1, texts.length + (texts.length >> 1)));
        }
        texts[commit] = text;
        textKept += text.length;
    }

    @Override
    public byte[] text(int commit) throws IOException {
        byte[] kept = commit < texts.length ? texts[commit] : null;
        forget(commit);
        return kept == null ? read(table.id(commit)) : kept;
    }

    @Override
    public void forget(int commit) {
        byte[] kept = commit < texts.length ? texts[commit] : null;
        if (kept != null) {
            textKept -= kept.length;
            texts[commit] = null;
        }
    }

    /** The files of a commit that is known. */
    ObjectId tree(int commit) {
        return trees.get(commit);
    }
}
