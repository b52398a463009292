package dev.konflux.release.notes.released;

import java.util.Optional;

/** Resolves references in a registry. */
@FunctionalInterface
public interface ImageDigests {

    /** The digest a reference stands for; empty when it cannot be resolved, for whatever reason. */
    Optional<String> of(String reference);
}
