package dev.konflux.release.model.admission;

/**
 * What the cluster knows of one kind in one version.
 *
 * @param apiVersion group and version
 * @param kind the kind
 * @param plural the name in paths and in {@code kubectl get}
 * @param statusSubresource whether the status is written on its own
 * @param storage whether objects are stored in this version
 * @param root the fields of the whole object, {@code apiVersion}, {@code kind} and {@code metadata} apart
 */
public record KindSchema(
        String apiVersion, String kind, String plural, boolean statusSubresource, boolean storage, Schema root) {

    /** The API group. */
    public String group() {
        return apiVersion.substring(0, apiVersion.indexOf('/'));
    }
}
