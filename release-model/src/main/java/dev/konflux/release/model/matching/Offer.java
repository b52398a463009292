package dev.konflux.release.model.matching;

import com.google.common.collect.ImmutableSet;
import dev.konflux.release.model.ReleasePlanAdmission;

/** An admission and the names it accepts, read once: applications first, then component groups. */
record Offer(ReleasePlanAdmission admission, ImmutableSet<String> names) {

    static Offer of(ReleasePlanAdmission admission) {
        return new Offer(
                admission,
                ImmutableSet.<String>builder()
                        .addAll(admission.applications())
                        .addAll(admission.componentGroups())
                        .build());
    }
}
