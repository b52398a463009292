package dev.konflux.release.collectors.git;

/** Opens git repositories. */
@FunctionalInterface
public interface GitAccess {

    /**
     * Opens a repository. It may be reached only when something is asked, to bring no more than that needs.
     *
     * @throws GitFailure when it is none
     */
    GitRepository open(GitRequest request);

    /** No repository can be reached. */
    static GitAccess none() {
        return request -> {
            throw new GitFailure(128, "no access to git repositories was given, so " + request + " cannot be read");
        };
    }
}
