package dev.konflux.release.model.releasedata;

import java.util.Optional;

/** Asks a code host which commit a revision is. */
@FunctionalInterface
public interface CommitLookup {

    /** The commit, or nothing when it cannot be told for whatever reason. */
    Optional<String> commitOf(String organisation, String repository, String revision);
}
