package dev.konflux.release.collectors.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A repository of which just the commits are brought where that is enough: for a first question those that it asks for, else all of them, once
 * for the life of this object. All other questions are answered by a clone.
 */
final class LoggedOrigin implements Origin {

    private final Path folder;
    private final RemoteServer server;
    private final Origin clone;
    private volatile boolean isUpToDate;

    LoggedOrigin(Path folder, RemoteServer server, Origin clone) {
        this.folder = folder;
        this.server = server;
        this.clone = clone;
    }

    @Override
    public GitRepository history(HistoryRequest request) {
        if (request.trees() || !request.revisions().stream().allMatch(ObjectId::isId)) {
            return clone.history(request);
        }
        Optional<LoggedHistory> history;
        try {
            history = FolderLock.holding(folder, () -> bring(request));
        } catch (IOException | RuntimeException e) {
            throw server.failure(e);
        }
        return history.<GitRepository>map(found -> found).orElseGet(() -> clone.history(request));
    }

    @Override
    public GitRepository files(String branch) {
        return clone.files(branch);
    }

    @Override
    public Mailmap mailmap() {
        return clone.mailmap();
    }

    /** Brings no more than the question needs; nothing at all if an earlier question brought it. */
    private Optional<LoggedHistory> bring(HistoryRequest request) throws IOException {
        CommitLog log = CommitLog.open(folder);
        Optional<LoggedHistory> history = Optional.empty();
        try {
            history = LoggedHistory.find(log, request);
            if (history.isEmpty() && !isUpToDate) {
                isUpToDate = update(log, request);
                history = LoggedHistory.find(log, request);
            }
            if (history.isEmpty() && log.floor().isPresent()) {
                isUpToDate = complete(log);
                history = LoggedHistory.find(log, request);
            }
            if (history.isEmpty() && isUpToDate && !request.everyObject()) {
                requireNamed(log, request);
            }
            return history;
        } finally {
            if (history.isEmpty()) {
                log.close();
            }
        }
    }

    /** What is not in the log may still be the object of a tag; else it is not there. */
    private static void requireNamed(CommitLog log, HistoryRequest request) throws MissingObjectException {
        for (String revision : request.revisions()) {
            ObjectId id = ObjectId.fromString(revision);
            if (log.table().find(id) == CommitTable.NONE && !log.tips().contains(id)) {
                throw new MissingObjectException(id, Constants.TYPE_COMMIT);
            }
        }
    }

    private boolean update(CommitLog log, HistoryRequest request) throws IOException {
        Optional<ObjectId> floor = log.isEmpty() ? request.since().map(ObjectId::fromString) : log.floor();
        Set<ObjectId> had = new HashSet<>(log.tips());
        floor.ifPresent(had::add);
        return receive(log, had, floor);
    }

    private boolean complete(CommitLog log) throws IOException {
        return receive(log, Set.of(), Optional.empty());
    }

    private boolean receive(CommitLog log, Set<ObjectId> had, Optional<ObjectId> floor) throws IOException {
        Optional<Set<ObjectId>> tips = server.receive(log, had);
        if (tips.isPresent()) {
            log.save(tips.get(), floor);
        }
        return tips.isPresent();
    }
}
