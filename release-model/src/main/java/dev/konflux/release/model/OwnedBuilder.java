package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;

/**
 * Writes a resource that belongs to an application or to a component group.
 *
 * @param <R> the resource
 * @param <B> the builder itself
 */
public abstract class OwnedBuilder<R extends Resource, B extends OwnedBuilder<R, B>> extends ResourceBuilder<R, B> {

    OwnedBuilder(DataObject start) {
        super(start);
    }

    /** Sets the application. */
    @CanIgnoreReturnValue
    public final B application(String name) {
        return text(name, "spec", "application");
    }

    /** Sets the component group. */
    @CanIgnoreReturnValue
    public final B componentGroup(String name) {
        return text(name, "spec", "componentGroup");
    }
}
