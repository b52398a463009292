package dev.konflux.release.model.releasedata;

/** The layers of release data, weakest first. */
public enum DataLayer {
    /** What collectors found. */
    COLLECTORS("Release"),
    /** {@code spec.data} of the Release. */
    RELEASE("Release"),
    /** {@code spec.data} of the ReleasePlan. */
    RELEASE_PLAN("ReleasePlan"),
    /** {@code spec.data} of the ReleasePlanAdmission; it has the last word. */
    RELEASE_PLAN_ADMISSION("ReleasePlanAdmission");

    private final String resourceKind;

    DataLayer(String resourceKind) {
        this.resourceKind = resourceKind;
    }

    /** The kind of the resource this layer stands in. */
    public String resourceKind() {
        return resourceKind;
    }
}
