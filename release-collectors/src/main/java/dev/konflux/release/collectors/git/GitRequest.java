package dev.konflux.release.collectors.git;

import java.util.Optional;

/**
 * Which repository is wanted and how.
 *
 * @param url address as it stands in a Snapshot
 * @param sshKey private key to reach it with over ssh; never shown
 * @param onDemand whether objects that no branch reaches are asked from the server when needed, as in a partial clone
 */
public record GitRequest(String url, Optional<byte[]> sshKey, boolean onDemand) {

    /** The repository at an address, everything its branches and tags reach. */
    public static GitRequest of(String url) {
        return new GitRequest(url, Optional.empty(), false);
    }

    /** The same, asking the server for further objects when they are needed. */
    public GitRequest withObjectsOnDemand() {
        return new GitRequest(url, sshKey, true);
    }

    /** The same, reached over ssh with a private key. */
    public GitRequest withSshKey(byte[] key) {
        return new GitRequest(url, Optional.of(key), onDemand);
    }

    /** The address without the user's name and password. */
    public String printableUrl() {
        return withoutLogin(url);
    }

    /** A text without the logins of the addresses in it. */
    static String withoutLogin(String text) {
        return text.replaceAll("//[^/@\\s]*@", "//");
    }

    @Override
    public String toString() {
        return printableUrl();
    }
}
