package dev.konflux.release.collectors.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A repository to read from. */
public interface GitRepository extends AutoCloseable {

    /**
     * Reads the commits that git's {@code log} prints for {@code since..until}, in the same order and one after another, so that a long
     * history need not fit into memory.
     *
     * @param since revision whose history is left out; the empty text means the head
     * @param until revision whose history is wanted; the empty text means the head
     * @param path path to which history is limited and simplified as git does
     * @param reader takes each commit
     * @throws GitFailure when a revision or the path is not understood, or the thread is interrupted
     */
    void log(String since, String until, Optional<String> path, Consumer<? super GitEntry> reader);

    /** The commits of {@link #log(String, String, Optional, Consumer)} as a list. */
    default List<GitEntry> log(String since, String until, Optional<String> path) {
        List<GitEntry> entries = new ArrayList<>();
        log(since, until, path, entries::add);
        return entries;
    }

    /**
     * What git's {@code show --quiet} prints for a revision: usually one commit, before it the annotated tag that named it, all commits of a
     * range {@code a..b}, all heads for {@code --all}.
     *
     * @throws GitFailure when the revision or the path is not understood
     */
    List<GitEntry> show(String revision, Optional<String> path);

    /**
     * The bytes of a file in the checked-out tree of a branch or tag. Symbolic links inside the repository are followed, those leading out
     * of it are not.
     *
     * @throws GitFailure when the branch is unknown
     */
    Optional<byte[]> file(String branch, String path);

    /** Lets go of files; caches stay. */
    @Override
    void close();
}
