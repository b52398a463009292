package dev.konflux.release.model.validation;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.Resources;
import java.time.Instant;

/** The operator's five checks of a release, answered in the operator's words. */
public final class ReleaseValidation {

    private final LookUps lookUps;

    private ReleaseValidation(LookUps lookUps) {
        this.lookUps = lookUps;
    }

    /** Checks against the given resources, which must be all the operator would find. */
    public static ReleaseValidation in(Resources resources) {
        return new ReleaseValidation(new ResourceLookUps(resources));
    }

    /** Checks against whatever the look-ups find. */
    public static ReleaseValidation by(LookUps lookUps) {
        return new ReleaseValidation(lookUps);
    }

    /** The verdict on a release at a moment; time only matters to releases of the integration service that are not marked yet. */
    public Verdict of(Release release, Instant now) {
        return new ReleaseChecks(release, lookUps, now).verdict();
    }
}
