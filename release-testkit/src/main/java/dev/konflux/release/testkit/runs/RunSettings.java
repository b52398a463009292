package dev.konflux.release.testkit.runs;

/**
 * What the operator gives every run.
 *
 * @param workspaceName name of its one workspace
 * @param workspaceSize size of it, a Kubernetes quantity
 * @param hasGitHubToken whether the operator has a token for GitHub; it then trusts no repository it cannot list
 */
public record RunSettings(String workspaceName, String workspaceSize, boolean hasGitHubToken) {

    /** The settings of an ordinary installation. */
    public static RunSettings defaults() {
        return new RunSettings("release-workspace", "1Gi", false);
    }
}
