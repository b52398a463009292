package dev.konflux.release.testkit.kube;

/**
 * A column of the tables that {@code kubectl get} shows.
 *
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean} or {@code date}, which is shown as an age
 * @param priority 0 for columns that are always shown
 * @param path where the value stands, such as {@code .spec.target} or {@code .status.conditions[?(@.type=="Ready")].status}
 */
public record Column(String name, String type, String format, String description, int priority, String path) {

    /** A column with the description that custom kinds have. */
    public static Column of(String name, String type, String path) {
        return new Column(name, type, "", "Custom resource definition column (in JSONPath format): " + path, 0, path);
    }
}
