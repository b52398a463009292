package dev.konflux.release.testkit.kube.access;

/**
 * What somebody wants to do.
 *
 * @param group the API group of a resource; empty for the core group
 * @param resource the plural, with the sub-resource behind a slash; empty when a path is asked for that names no resource
 * @param namespace empty for what is not in one namespace
 * @param name empty for collections
 * @param path the path where no resource is named
 */
public record Attempt(String verb, String group, String resource, String namespace, String name, String path) {

    /** An attempt at a resource. */
    public static Attempt at(String verb, String group, String resource, String namespace, String name) {
        return new Attempt(verb, group, resource, namespace, name, "");
    }

    /** An attempt at a path that names no resource. */
    public static Attempt at(String verb, String path) {
        return new Attempt(verb, "", "", "", "", path);
    }

    /** Whether it is about a resource. */
    public boolean isOfResource() {
        return !resource.isEmpty();
    }

    /** What a refusal says behind the name of the user. */
    public String refusal(User user) {
        String subject = "User \"" + user.name() + "\" cannot " + verb;
        if (!isOfResource()) {
            return "forbidden: " + subject + " path \"" + path + "\"";
        }
        String place = namespace.isEmpty() ? "at the cluster scope" : "in the namespace \"" + namespace + "\"";
        return subject + " resource \"" + resource + "\" in API group \"" + group + "\" " + place;
    }
}
