package dev.konflux.release.notes.content;

import java.util.List;
import java.util.Optional;

/**
 * A release that was published on GitHub before the release notes are filled.
 *
 * @param version the released version, with or without the leading {@code v}
 * @param url the release's page
 * @param checksumFiles texts of the {@code *_SHA256SUMS} files among the binaries; empty when there are no binaries at all
 */
public record GitHubRelease(String version, String url, Optional<List<String>> checksumFiles) {

    /** No GitHub release. */
    public static final GitHubRelease NONE = new GitHubRelease("", "", Optional.empty());
}
