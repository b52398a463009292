package dev.konflux.release.testkit.kube.access;

/**
 * Whether somebody may do what he wants.
 *
 * @param reason why he may; empty where nothing is said about it
 */
public record Verdict(boolean isAllowed, String reason) {

    static final Verdict REFUSED = new Verdict(false, "");

    static Verdict allowed(String reason) {
        return new Verdict(true, reason);
    }
}
