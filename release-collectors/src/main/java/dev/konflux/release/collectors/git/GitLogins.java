package dev.konflux.release.collectors.git;

import java.util.Optional;

/** Where logins for repositories over https come from. */
@FunctionalInterface
public interface GitLogins {

    /**
     * The login for a repository; empty when it is public.
     *
     * @param url address that is cloned from
     */
    Optional<GitLogin> find(String url);

    /** All repositories are public. */
    static GitLogins none() {
        return url -> Optional.empty();
    }
}
