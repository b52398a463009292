package dev.konflux.release.collectors.git;

import java.io.IOException;

/** Where the commits of a history come from. */
interface CommitGraph {

    /** What is known of them. */
    CommitTable table();

    /**
     * Gets to know date and parents of a commit.
     *
     * @return whether there is such a commit; without it, it is one whose history does not matter
     * @throws IOException when it should be there and is not
     */
    boolean know(int commit) throws IOException;

    /** The whole commit object. It is asked for once at most. */
    byte[] text(int commit) throws IOException;

    /** The text of a commit will not be asked for. */
    void forget(int commit);
}
