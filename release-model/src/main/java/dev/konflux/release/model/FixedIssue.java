package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;

/** An issue that was fixed. */
public final class FixedIssue extends Part {

    private FixedIssue(DataObject data) {
        super(data);
    }

    /** The issue that is the given object. */
    public static FixedIssue of(DataObject data) {
        return new FixedIssue(data);
    }

    /** Its key in the tracker. */
    public String id() {
        return text("id");
    }

    /** Host of the tracker. */
    public String source() {
        return text("source");
    }
}
