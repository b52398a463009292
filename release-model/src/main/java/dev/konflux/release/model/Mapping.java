package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** The {@code mapping} of some release data: which component goes to which repository under which tags. */
public final class Mapping extends Part {

    private Mapping(DataObject data) {
        super(data);
    }

    /** The mapping that is the given object. */
    public static Mapping of(DataObject data) {
        return new Mapping(data);
    }

    /** The mapping in some data; an empty one when there is none. */
    public static Mapping in(DataObject data) {
        return of(data.findObject("mapping").orElse(DataObject.empty()));
    }

    /** The components in document order. */
    public List<ComponentMapping> components() {
        return parts(data(), ComponentMapping::of, "components");
    }

    /** Tags of components that name none. */
    public List<String> defaultTags() {
        return texts(data(), "defaults", "tags");
    }
}
