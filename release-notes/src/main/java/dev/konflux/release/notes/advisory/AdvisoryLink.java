package dev.konflux.release.notes.advisory;

/**
 * Where an advisory can be read.
 *
 * @param url the page for customers
 * @param internalUrl the document in the repository of advisories
 */
public record AdvisoryLink(String url, String internalUrl) {

    /** The world whose advisories a repository keeps. */
    public static ReleaseEnvironment environmentOf(String gitUrl) {
        return gitUrl.contains("/rhtap-release/") ? ReleaseEnvironment.STAGE : ReleaseEnvironment.PRODUCTION;
    }

    /** The address under which customers find advisories of a repository of advisories. */
    public static String prefixFor(String gitUrl) {
        return environmentOf(gitUrl) == ReleaseEnvironment.STAGE
                ? "https://access.stage.redhat.com/errata"
                : "https://access.redhat.com/errata";
    }

    /**
     * The link of an advisory.
     *
     * @param gitUrl the repository of advisories
     * @param path of the document in it
     * @param type such as {@code RHBA}
     * @param name such as {@code 2026:4242}
     */
    public static AdvisoryLink of(String gitUrl, String path, String type, String name) {
        // upstream drops the suffix wherever it occurs
        String base = gitUrl.replace(".git", "");
        return new AdvisoryLink(prefixFor(gitUrl) + "/" + type + "-" + name, base + "/-/raw/main/" + path);
    }
}
