package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;

/** What names an object: its kind, namespace and name. */
public record ObjectKey(String kind, String namespace, String name) implements Comparable<ObjectKey> {

    /** The key of a document; parts it does not say are empty texts. */
    public static ObjectKey of(DataObject object) {
        return new ObjectKey(
                object.findText("kind").orElse(""),
                object.findText("metadata", "namespace").orElse(""),
                object.findText("metadata", "name").orElse(""));
    }

    /** The key a reference {@code namespace/name} means. */
    public static ObjectKey parse(String kind, String reference) {
        int slash = reference.indexOf('/');
        return new ObjectKey(kind, reference.substring(0, Math.max(slash, 0)), reference.substring(slash + 1));
    }

    /** {@code namespace/name}. */
    public String reference() {
        return namespace + "/" + name;
    }

    @Override
    public int compareTo(ObjectKey other) {
        int order = kind.compareTo(other.kind);
        if (order == 0) {
            order = namespace.compareTo(other.namespace);
        }
        return order == 0 ? name.compareTo(other.name) : order;
    }

    @Override
    public String toString() {
        return kind + " " + reference();
    }
}
