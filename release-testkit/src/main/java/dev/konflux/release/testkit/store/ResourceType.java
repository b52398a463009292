package dev.konflux.release.testkit.store;

/**
 * A kind of object the store holds.
 *
 * @param group the API group; empty text for the core group
 * @param hasStatus whether {@code status} is a sub-resource: written apart from the rest
 */
public record ResourceType(String group, String version, String kind, String plural, boolean hasStatus) {

    /** Group and version as documents write them. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** The plural with its group, as refused writes name it: {@code releases.appstudio.redhat.com}. */
    public String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** The kind with its group, as a failed look-up names it: {@code Release.appstudio.redhat.com}. */
    public String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
