package dev.konflux.release.collectors.git;

import java.util.List;
import java.util.Optional;

/** Where a repository comes from. */
interface Origin {

    /**
     * A repository that holds the history that the revisions name, as far as the origin has it.
     *
     * @throws GitFailure when the origin cannot be reached
     */
    GitRepository history(HistoryRequest request);

    /**
     * A repository that holds the newest commit of a branch or tag with its files.
     *
     * @throws GitFailure when the origin cannot be reached
     */
    GitRepository files(String branch);

    /**
     * Under which names authors are shown by a clone with the files of the origin's head.
     *
     * @throws GitFailure when the origin cannot be reached
     */
    Mailmap mailmap();

    /**
     * What of a history is wanted.
     *
     * @param since the revision whose history is left out
     * @param until the revision whose history is wanted or, without the other one, which is wanted itself
     * @param trees whether the names of files are wanted, too
     * @param everyObject whether objects count that no branch or tag reaches
     */
    record HistoryRequest(Optional<String> since, String until, boolean trees, boolean everyObject) {

        /** The revisions that will be looked up. */
        List<String> revisions() {
            return since.map(start -> List.of(start, until)).orElse(List.of(until));
        }
    }
}
