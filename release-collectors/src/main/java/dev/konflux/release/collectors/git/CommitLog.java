package dev.konflux.release.collectors.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Commits that were brought from a server, on disk: their texts one after another in one file, what they say of themselves in a second one. Both
 * only grow, so that nobody who reads is disturbed by somebody who adds.
 *
 * <p>It holds what branches and tags reached whenever it was brought up to date, without what the floor reaches, if it has one.
 */
final class CommitLog implements CommitGraph, Closeable {

    private static final int FIRST_ROOM = 1 << 10;

    private final Path folder;
    private final GrowingFile texts;
    private final GrowingFile records;
    private final CommitTable table = new CommitTable();
    private final MessageDigest hash = Constants.newMessageDigest();
    private long[] textAt = new long[FIRST_ROOM];
    private int[] textLength = new int[FIRST_ROOM];
    private Set<ObjectId> tips;
    private Optional<ObjectId> floor;

    private CommitLog(Path folder, CommitLogState state) throws IOException {
        this.folder = folder;
        this.tips = state.tips();
        this.floor = state.floor();
        this.texts = GrowingFile.open(folder.resolve("texts"), state.textsEnd());
        this.records = GrowingFile.open(folder.resolve("records"), state.recordsEnd());
    }

    /** Opens the log in a folder, a new one if there is none. */
    static CommitLog open(Path folder) throws IOException {
        CommitLog log = new CommitLog(Files.createDirectories(folder), CommitLogState.read(folder));
        try {
            log.load();
            return log;
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void load() throws IOException {
        long textsEnd = 0;
        for (long at = 0; at < records.end(); ) {
            CommitRecord commit = CommitRecord.read(records, at);
            describe(commit, textsEnd);
            textsEnd += commit.textLength();
            at += commit.length();
        }
    }

    private int describe(CommitRecord commit, long at) {
        int number = table.number(commit.id());
        if (number >= textAt.length) {
            int room = Math.max(number + 1, textAt.length + (textAt.length >> 1));
            textAt = Arrays.copyOf(textAt, room);
            textLength = Arrays.copyOf(textLength, room);
        }
        textAt[number] = at;
        textLength[number] = commit.textLength();
        table.describe(number, commit.date(), commit.parents());
        return number;
    }

    /** Adds a commit object, if it is not there. It counts for others once {@link #save} was called. */
    int add(byte[] text) throws IOException {
        ObjectId id = idOf(text);
        int known = table.find(id);
        if (has(known)) {
            return known;
        }
        CommitHeader header = CommitHeader.read(id, text);
        CommitRecord commit = new CommitRecord(id, header.date(), text.length, header.parents());
        int number = describe(commit, texts.end());
        texts.add(text);
        commit.addTo(records);
        return number;
    }

    private ObjectId idOf(byte[] text) {
        hash.update(("commit " + text.length + '\0').getBytes(StandardCharsets.US_ASCII));
        return ObjectId.fromRaw(hash.digest(text));
    }

    /**
     * Makes what was added count.
     *
     * @param newTips what branches and tags point at now
     * @param newFloor the commit whose history was left out
     */
    void save(Set<ObjectId> newTips, Optional<ObjectId> newFloor) throws IOException {
        texts.flush();
        records.flush();
        tips = newTips;
        floor = newFloor;
        new CommitLogState(texts.end(), records.end(), floor, tips).write(folder);
    }

    /** Whether it holds a commit. */
    boolean has(int commit) {
        return commit != CommitTable.NONE && table.isKnown(commit);
    }

    boolean isEmpty() {
        return table.size() == 0;
    }

    /** What branches and tags pointed at when it was last brought up to date. */
    Set<ObjectId> tips() {
        return tips;
    }

    /** The commit whose history was left out. */
    Optional<ObjectId> floor() {
        return floor;
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
        if (floor.isEmpty()) {
            throw new MissingObjectException(table.id(commit), Constants.TYPE_COMMIT);
        }
        return false;
    }

    @Override
    public byte[] text(int commit) throws IOException {
        return texts.read(textAt[commit], textLength[commit]);
    }

    @Override
    public void forget(int commit) {
        // No text is in memory.
    }

    @Override
    public void close() throws IOException {
        try (texts) {
            records.close();
        }
    }
}
