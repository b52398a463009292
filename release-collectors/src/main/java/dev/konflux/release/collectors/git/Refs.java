package dev.konflux.release.collectors.git;

import java.util.List;
import org.eclipse.jgit.lib.Constants;

/** Where a repository keeps the branches and tags that a clone of its origin has. */
enum Refs {
    /** The repository is the origin itself. */
    OF_ORIGIN(Constants.R_HEADS),
    /** The repository is a clone. */
    OF_CLONE(Constants.R_REMOTES + "origin/");

    private final String branches;

    Refs(String branches) {
        this.branches = branches;
    }

    /** What the names of branches begin with. */
    String branches() {
        return branches;
    }

    /** What the names of branches and tags begin with, branches first. */
    List<String> prefixes() {
        return List.of(branches, Constants.R_TAGS);
    }
}
