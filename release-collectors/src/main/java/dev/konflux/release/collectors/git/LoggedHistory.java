package dev.konflux.release.collectors.git;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;

/** A history read from a log of commits, which must be able to tell it. */
final class LoggedHistory implements GitRepository {

    private static final int FATAL = 128;
    private static final int[] NO_PARENTS = {};

    private final CommitLog log;

    private LoggedHistory(CommitLog log) {
        this.log = log;
    }

    /** The history that is asked for, if the log can tell it. Closing the history closes the log. */
    static Optional<LoggedHistory> find(CommitLog log, Origin.HistoryRequest request) {
        ObjectId until = ObjectId.fromString(request.until());
        Optional<ObjectId> since = request.since().map(ObjectId::fromString);
        boolean tells = log.has(log.table().find(until)) && (since.isEmpty() || endsAt(log, since.get()));
        return tells ? Optional.of(new LoggedHistory(log)) : Optional.empty();
    }

    /** Whether all is there that a commit that branches or tags reach does not reach itself. */
    private static boolean endsAt(CommitLog log, ObjectId since) {
        int commit = log.table().find(since);
        boolean isReached = commit != CommitTable.NONE || log.tips().contains(since);
        return isReached
                && log.floor()
                        .map(floor -> floor.equals(since)
                                || reaches(log, commit, log.table().find(floor)))
                        .orElse(log.has(commit));
    }

    private static boolean reaches(CommitLog log, int from, int wanted) {
        BitSet seen = new BitSet();
        Deque<Integer> pending = new ArrayDeque<>(List.of(from));
        while (!pending.isEmpty()) {
            Interruption.check();
            int commit = pending.pop();
            if (commit == wanted) {
                return true;
            }
            for (int parent : log.has(commit) ? log.table().parents(commit) : NO_PARENTS) {
                if (!seen.get(parent)) {
                    seen.set(parent);
                    pending.push(parent);
                }
            }
        }
        return false;
    }

    @Override
    public void log(String since, String until, Optional<String> path, Consumer<? super GitEntry> reader) {
        try {
            CommitTable table = log.table();
            ImmutableIntArray range = new History(log)
                    .range(table.number(ObjectId.fromString(since)), table.number(ObjectId.fromString(until)));
            for (int i = 0; i < range.length(); i++) {
                Interruption.check();
                reader.accept(entry(range.get(i)));
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public List<GitEntry> show(String revision, Optional<String> path) {
        try {
            return List.of(entry(log.table().find(ObjectId.fromString(revision))));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private GitEntry entry(int commit) throws IOException {
        return CommitText.entry(log.table().id(commit), log.text(commit));
    }

    @Override
    public Optional<byte[]> file(String branch, String path) {
        throw new IllegalStateException("a log of commits holds no files");
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static GitFailure failure(IOException e) {
        return new GitFailure(FATAL, String.valueOf(e.getMessage()), e);
    }
}
