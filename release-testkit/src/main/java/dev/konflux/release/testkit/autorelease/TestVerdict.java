package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the service makes of the results of a Snapshot's tests.
 *
 * @param snapshot with its verdict, if there is one, or with the label that starts a missing test
 * @param findError why nothing could be judged
 */
public record TestVerdict(Snapshot snapshot, Optional<String> findError) {

    private static final Set<String> ENDED = Set.of("Finished", "Canceled");

    /** Judges the Snapshot by its required scenarios. */
    public static TestVerdict of(Snapshot snapshot, Resources cluster, Instant now) {
        if (snapshot.isRestored()) {
            return new TestVerdict(snapshot, Optional.empty());
        }
        Optional<String> missingGroup = SnapshotOwner.findMissingGroup(snapshot, cluster);
        if (missingGroup.isPresent()) {
            return new TestVerdict(snapshot, missingGroup);
        }
        TestStatuses statuses = TestStatuses.of(snapshot);
        if (statuses.findError().isPresent()) {
            return new TestVerdict(snapshot, statuses.findError());
        }
        List<String> required = ApplicableScenarios.judged(snapshot, cluster).required().stream()
                .map(Resource::name)
                .toList();
        Optional<String> missing =
                required.stream().filter(name -> !statuses.has(name)).findFirst();
        if (missing.isPresent()) {
            return new TestVerdict(
                    Snapshot.of(
                            snapshot.document().withPath(Data.of(missing.get()), "metadata", "labels", TestStart.RUN)),
                    Optional.empty());
        }
        if (!required.stream().allMatch(statuses::isFinal)) {
            return new TestVerdict(snapshot, Optional.empty());
        }
        boolean passed = required.stream().allMatch(statuses::isPassed);
        return new TestVerdict(judged(finished(snapshot, required.isEmpty(), now), passed, now), Optional.empty());
    }

    private static Snapshot finished(Snapshot snapshot, boolean nothingRequired, Instant now) {
        boolean ended = snapshot.findIntegrationCondition()
                .filter(status -> status.isTrue() && ENDED.contains(status.reason()))
                .isPresent();
        if (ended) {
            return snapshot;
        }
        String message = "Snapshot integration status condition is finished since "
                + (nothingRequired
                        ? "there are no required testing pipelines defined for its application"
                        : "all testing pipelines completed");
        return SnapshotConditions.with(snapshot, SnapshotConditions.INTEGRATION, "True", "Finished", message, now);
    }

    private static Snapshot judged(Snapshot snapshot, boolean passed, Instant now) {
        boolean said = snapshot.findTestCondition()
                .filter(passed ? Condition::isTrue : Condition::isFalse)
                .isPresent();
        if (said) {
            return snapshot;
        }
        return passed
                ? SnapshotConditions.with(
                        snapshot,
                        SnapshotConditions.TESTS,
                        "True",
                        "Passed",
                        "All Integration Pipeline tests passed",
                        now)
                : SnapshotConditions.with(
                        snapshot,
                        SnapshotConditions.TESTS,
                        "False",
                        "Failed",
                        "Some Integration pipeline tests failed",
                        now);
    }
}
