package dev.konflux.release.collectors.git;

import java.util.List;

/** Where a repository comes from. */
interface Origin {

    /**
     * A repository that holds the history that the revisions name, as far as the origin has it.
     *
     * @throws GitFailure when the origin cannot be reached
     */
    ClonedRepository history(HistoryRequest request);

    /**
     * A repository that holds the newest commit of a branch or tag with its files.
     *
     * @throws GitFailure when the origin cannot be reached
     */
    ClonedRepository files(String branch);

    /**
     * What of a history is wanted.
     *
     * @param revisions the revisions that will be looked up
     * @param trees whether the names of files are wanted, too
     * @param everyObject whether objects count that no branch or tag reaches
     */
    record HistoryRequest(List<String> revisions, boolean trees, boolean everyObject) {}
}
