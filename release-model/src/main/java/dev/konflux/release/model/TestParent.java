package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;

/** A scenario that must end before another one starts. */
public final class TestParent extends Part {

    private TestParent(DataObject data) {
        super(data);
    }

    /** The parent that is the given object. */
    public static TestParent of(DataObject data) {
        return new TestParent(data);
    }

    /** Its name. */
    public String name() {
        return text("name");
    }

    /** Whether its failure fails the other one without running it. */
    public boolean isFailFast() {
        return truth(data(), "failFast").orElse(false);
    }
}
