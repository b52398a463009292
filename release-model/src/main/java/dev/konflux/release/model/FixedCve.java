package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** A vulnerability that was fixed in a component. */
public final class FixedCve extends Part {

    private FixedCve(DataObject data) {
        super(data);
    }

    /** The vulnerability that is the given object. */
    public static FixedCve of(DataObject data) {
        return new FixedCve(data);
    }

    /** Its number, {@code CVE-2026-12345} for instance. */
    public String key() {
        return text("key");
    }

    /** Name of the component; empty text when it does not say. */
    public String component() {
        return text("component");
    }

    /** The affected packages. */
    public List<String> packages() {
        return texts(data(), "packages");
    }
}
