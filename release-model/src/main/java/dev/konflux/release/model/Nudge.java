package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** One component learns of new builds of another. */
public final class Nudge extends Part {

    private Nudge(DataObject data) {
        super(data);
    }

    /** The nudge that is the given object. */
    public static Nudge of(DataObject data) {
        return new Nudge(data);
    }

    /** The component that was built. */
    public String from() {
        return text("from");
    }

    /** The component that learns of it. */
    public String to() {
        return text("to");
    }

    /** How it learns. */
    public Optional<String> mode() {
        return data().findText("mode");
    }

    /** The group whose tests must pass first. */
    public Optional<String> gatingGroup() {
        return data().findText("gatingGroup");
    }
}
