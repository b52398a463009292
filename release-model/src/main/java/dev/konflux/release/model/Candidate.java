package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;

/** The newest image of a component that passed its tests. */
public final class Candidate extends Part {

    private Candidate(DataObject data) {
        super(data);
    }

    /** The candidate that is the given object. */
    public static Candidate of(DataObject data) {
        return new Candidate(data);
    }

    /** The component's name. */
    public String name() {
        return text("name");
    }

    /** The component's version. */
    public String version() {
        return text("version");
    }

    /** Repository it was built from. */
    public String url() {
        return text("url");
    }

    /** The image. */
    public String lastPromotedImage() {
        return text("lastPromotedImage");
    }

    /** Commit it was built from. */
    public String lastPromotedCommit() {
        return text("lastPromotedCommit");
    }
}
