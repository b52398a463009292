package dev.konflux.release.notes.content;

import dev.konflux.release.notes.tracker.IssueTracker;

/**
 * Where the release notes take what stands in no document.
 *
 * @param architectures the platforms of images
 * @param tracker the issues
 * @param gitHub the release on GitHub, if the data says it is one
 */
public record ContentSources(ImageArchitectures architectures, IssueTracker tracker, GitHubRelease gitHub) {

    /** Sources of a release of images. */
    public static ContentSources of(ImageArchitectures architectures, IssueTracker tracker) {
        return new ContentSources(architectures, tracker, GitHubRelease.NONE);
    }
}
