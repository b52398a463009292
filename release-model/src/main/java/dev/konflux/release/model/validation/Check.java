package dev.konflux.release.model.validation;

/** The operator's checks, in the order it makes them; the first that fails ends the list. */
public enum Check {
    /** The plan exists and there is something to run. */
    PIPELINE_DEFINED("a pipeline is defined"),
    /** Everything a managed pipeline needs exists. */
    PROCESSING_RESOURCES("the admission, the policy and the snapshot exist"),
    /** The snapshot is of the plan's application. */
    APPLICATION("the snapshot is of the plan's application"),
    /** Somebody answers for the release. */
    AUTHOR("somebody answers for the release"),
    /** No pipeline comes from where only debugging may take it. */
    PIPELINE_SOURCE("the pipelines come from an allowed source");

    private final String description;

    Check(String description) {
        this.description = description;
    }

    /** What must hold, in a few words. */
    public String description() {
        return description;
    }
}
