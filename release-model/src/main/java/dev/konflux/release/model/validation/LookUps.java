package dev.konflux.release.model.validation;

import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Snapshot;

/**
 * Where the checks find what they need. Every check asks anew, as the operator's do, so a failure may come between two of them. What
 * cannot be had is a {@link LookUpException}.
 */
public interface LookUps {

    /** The plan of the release. */
    ReleasePlan plan(Release release);

    /** The admission the release goes through. */
    ReleasePlanAdmission activeAdmission(Release release);

    /** Fails unless everything a managed pipeline is made from exists: plan, admission, the policy's defaults, policy and snapshot. */
    void requireManagedResources(Release release);

    /** The snapshot of the release. */
    Snapshot snapshot(Release release);

    /** Whether the service's configuration allows what is for debugging only. */
    boolean isDebug();
}
