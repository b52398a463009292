package dev.konflux.release.model;

import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a resource field by field. Fields nobody knows stay as they were; a field set again keeps its place. What upstream would refuse
 * may be built: it is a finding of the validation, not a mistake of the builder.
 *
 * @param <R> the resource
 * @param <B> the builder itself
 */
public abstract class ResourceBuilder<R extends Resource, B extends ResourceBuilder<R, B>> {

    private DataObject document;

    /** Starts from a document. */
    ResourceBuilder(DataObject start) {
        this.document = start;
    }

    static DataObject start(String apiVersion, String kind) {
        return DataObject.of("apiVersion", Data.of(apiVersion), "kind", Data.of(kind));
    }

    abstract B self();

    /** The resource written so far. */
    public abstract R build();

    final DataObject document() {
        return document;
    }

    /** Sets the name. */
    @CanIgnoreReturnValue
    public final B name(String name) {
        return set(Data.of(name), "metadata", "name");
    }

    /** Sets the prefix the cluster makes a name from. */
    @CanIgnoreReturnValue
    public final B generateName(String prefix) {
        return set(Data.of(prefix), "metadata", "generateName");
    }

    /** Sets the namespace. */
    @CanIgnoreReturnValue
    public final B namespace(String namespace) {
        return set(Data.of(namespace), "metadata", "namespace");
    }

    /** Sets one label. */
    @CanIgnoreReturnValue
    public final B label(String key, String value) {
        return set(Data.of(value), "metadata", "labels", key);
    }

    /** Sets one annotation. */
    @CanIgnoreReturnValue
    public final B annotation(String key, String value) {
        return set(Data.of(value), "metadata", "annotations", key);
    }

    /** Replaces the spec. */
    @CanIgnoreReturnValue
    public final B spec(DataObject spec) {
        return set(spec, "spec");
    }

    /** Replaces the status. */
    @CanIgnoreReturnValue
    public final B status(DataObject status) {
        return set(status, "status");
    }

    /** Sets any field below the document's root; objects on the way are made where they are missing. */
    @CanIgnoreReturnValue
    public final B set(Data value, String first, String... rest) {
        document = document.withPath(value, first, rest);
        return self();
    }

    /** Takes any field out, if it is there. */
    @CanIgnoreReturnValue
    public final B unset(String first, String... rest) {
        document = without(document, first, rest);
        return self();
    }

    private static DataObject without(DataObject object, String first, String... rest) {
        if (rest.length == 0) {
            return object.without(first);
        }
        return object.findObject(first)
                .map(inner -> object.with(first, without(inner, rest[0], Arrays.copyOfRange(rest, 1, rest.length))))
                .orElse(object);
    }

    final B text(String value, String first, String... rest) {
        return set(Data.of(value), first, rest);
    }

    final B append(Data item, String... path) {
        DataArray longer = DataArray.of(Iterables.concat(document.items(path), List.of(item)));
        return set(longer, path[0], Arrays.copyOfRange(path, 1, path.length));
    }
}
