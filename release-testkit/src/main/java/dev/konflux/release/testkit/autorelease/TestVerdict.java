package dev.konflux.release.testkit.autorelease;

import dev.konflux.release.model.Condition;
import dev.konflux.release.model.IntegrationTestScenario;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.testkit.store.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges a Snapshot by the results of its required scenarios. */
final class TestVerdict {

    private static final Set<String> ENDED = Set.of("Finished", "Canceled");

    private TestVerdict() {}

    static boolean ensure(SnapshotRound round) {
        insistOnOwner(round);
        List<IntegrationTestScenario> required =
                ApplicableScenarios.judged(round.snapshot(), round.view()).required();
        List<String> names = required.stream().map(Resource::name).toList();
        TestStatuses statuses = TestStatuses.of(round.snapshot());
        if (!names.stream().allMatch(statuses::isFinal)) {
            names.stream()
                    .filter(name -> !statuses.has(name))
                    .findFirst()
                    .ifPresent(missing -> startMissing(missing, round));
            return true;
        }
        finish(names.isEmpty(), round);
        judge(names.stream().allMatch(statuses::isPassed), round);
        return true;
    }

    private static void insistOnOwner(SnapshotRound round) {
        Snapshot snapshot = round.snapshot();
        ObjectKey owner = snapshot.application().isEmpty()
                ? new ObjectKey("ComponentGroup", snapshot.namespace(), snapshot.componentGroup())
                : new ObjectKey("Application", snapshot.namespace(), snapshot.application());
        round.view().get(owner);
    }

    /** Asks for the scenario to be started, unless something else is asked for already. */
    private static void startMissing(String scenario, SnapshotRound round) {
        if (round.snapshot().findLabel(TestRerun.LABEL).isPresent()) {
            return;
        }
        round.writeMetadata(Snapshot.of(
                round.snapshot().document().withPath(Data.of(scenario), "metadata", "labels", TestRerun.LABEL)));
    }

    private static void finish(boolean nothingRequired, SnapshotRound round) {
        Optional<Condition> status = round.snapshot().findIntegrationCondition();
        if (status.filter(said -> said.isTrue() && ENDED.contains(said.reason()))
                .isPresent()) {
            return;
        }
        round.setCondition(
                SnapshotConditions.INTEGRATION,
                "True",
                "Finished",
                "Snapshot integration status condition is finished since "
                        + (nothingRequired
                                ? "there are no required testing pipelines defined for its application"
                                : "all testing pipelines completed"));
    }

    private static void judge(boolean passed, SnapshotRound round) {
        boolean said = round.snapshot()
                .findTestCondition()
                .filter(passed ? Condition::isTrue : Condition::isFalse)
                .isPresent();
        if (said) {
            return;
        }
        if (passed) {
            round.setCondition(SnapshotConditions.TESTS, "True", "Passed", "All Integration Pipeline tests passed");
        } else {
            round.setCondition(SnapshotConditions.TESTS, "False", "Failed", "Some Integration pipeline tests failed");
        }
    }
}
