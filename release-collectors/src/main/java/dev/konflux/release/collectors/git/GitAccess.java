package dev.konflux.release.collectors.git;

/** Opens git repositories. */
@FunctionalInterface
public interface GitAccess {

    /**
     * Opens a repository.
     *
     * @throws GitFailure when it cannot be reached
     */
    GitRepository open(GitRequest request);

    /** No repository can be reached. */
    static GitAccess none() {
        return request -> {
            throw new GitFailure(128, "no access to git repositories was given, so " + request + " cannot be read");
        };
    }
}
