package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.collectors.PreviousRelease;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.matching.Matching;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The Release that is rehearsed and what it refers to.
 *
 * @param release the Release
 * @param plan its plan
 * @param snapshot its Snapshot
 * @param admission the admission that serves the plan; empty for a tenant's own release
 * @param previous the Release before it
 */
record Candidate(
        Release release,
        ReleasePlan plan,
        Snapshot snapshot,
        Optional<ReleasePlanAdmission> admission,
        Optional<Release> previous) {

    private static final Comparator<Release> NEWEST_FIRST = Comparator.comparing(
                    (Release release) -> release.creationTimestamp().orElse(Instant.MAX))
            .reversed();

    /** The release asked for, or the newest one that goes through an admission, or just the newest. */
    static Optional<Candidate> choose(Resources resources, Optional<String> name) {
        List<Candidate> candidates = resources.all(Release.class).stream()
                .filter(release -> name.isEmpty() || release.name().equals(name.get()))
                .sorted(NEWEST_FIRST)
                .flatMap(release -> of(release, resources).stream())
                .toList();
        return candidates.stream()
                .filter(candidate -> candidate.admission().isPresent())
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** Why no admission serves the release. */
    String whyNoAdmission() {
        return plan.target().isEmpty() ? "a tenant's own release" : "no admission accepts the release now";
    }

    private static Optional<Candidate> of(Release release, Resources resources) {
        Optional<ReleasePlan> plan = resources.find(ReleasePlan.class, release.namespace(), release.releasePlan());
        Optional<Snapshot> snapshot = resources.find(Snapshot.class, release.namespace(), release.snapshot());
        if (plan.isEmpty() || snapshot.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(
                release,
                plan.get(),
                snapshot.get(),
                Matching.in(resources).of(plan.get()).findActive(),
                PreviousRelease.of(release, resources.all(Release.class))));
    }
}
