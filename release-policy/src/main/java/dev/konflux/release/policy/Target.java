package dev.konflux.release.policy;

/**
 * What is judged, as far as criteria can be bound to it.
 *
 * @param imageReference the image; empty for plain inputs
 * @param componentName the component of the Snapshot; empty when there is none
 */
public record Target(String imageReference, String componentName) {

    /** A plain document: no image, no component. */
    public static final Target NONE = new Target("", "");

    /** The target before rules run, when components play no part yet. */
    Target withoutComponent() {
        return new Target(imageReference, "");
    }
}
