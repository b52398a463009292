package dev.konflux.release.testkit.runs;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The git repositories pipelines are fetched from, as far as the operator looks: the heads of their branches. */
@FunctionalInterface
public interface GitRemotes {

    /**
     * The commit at the head of a branch; empty when the repository has no such branch.
     *
     * @param url the address as the pipeline names it
     * @param branch the branch without {@code refs/heads/}; tags and short commits are asked for as branches, too
     * @throws Unreachable when the repository cannot be listed
     */
    Optional<String> head(String url, String branch);

    /** Repositories in which every branch exists; its head is made of the address and the branch, so it is the same each time. */
    static GitRemotes anything() {
        return (url, branch) -> Optional.of(commitFor(url, branch));
    }

    /** The made-up head of a branch: the SHA-1 of {@code url@branch}. */
    @SuppressWarnings("deprecation") // Git's commits are SHA-1; nothing is protected by this one
    static String commitFor(String url, String branch) {
        return Hashing.sha1()
                .hashString(url + "@" + branch, StandardCharsets.UTF_8)
                .toString();
    }

    /** A repository could not be listed. */
    final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** For the reason the transport gives. */
        public Unreachable(String reason) {
            super(reason);
        }

        /** The reason the transport gives. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
