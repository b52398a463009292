package dev.konflux.release.collectors.git;

/**
 * Who reaches a repository over https. Never shown.
 *
 * @param user name of the user
 * @param password password or token
 */
public record GitLogin(String user, String password) {

    @Override
    public String toString() {
        return "GitLogin";
    }
}
