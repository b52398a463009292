package dev.konflux.release.notes.content;

import dev.konflux.release.model.mapping.ImagePlatform;

/** Package URLs as release notes write them: hardly anything is escaped. */
public final class PurlText {

    private PurlText() {}

    static String oci(String name, ImagePlatform platform, String repository, String tag) {
        String purl = "pkg:oci/" + name + "@" + platform.digest().replace(":", "%3A") + "?arch="
                + platform.architecture() + "&repository_url=" + repository;
        return tag.isEmpty() ? purl : purl + "&tag=" + tag;
    }

    /** The package URL of an RPM; an empty distro or repository is left out, the epoch never is part of it. */
    public static String rpm(
            String name, String version, String release, String architecture, String distro, String repositoryId) {
        String purl = "pkg:rpm/redhat/" + name + "@" + version + "-" + release + "?arch=" + architecture;
        if (!distro.isEmpty()) {
            purl += "&distro=" + distro;
        }
        return repositoryId.isEmpty() ? purl : purl + "&repository_id=" + repositoryId;
    }
}
