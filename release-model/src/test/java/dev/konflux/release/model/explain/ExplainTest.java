package dev.konflux.release.model.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.Pipeline;
import dev.konflux.release.model.PipelineReference;
import dev.konflux.release.model.Release;
import dev.konflux.release.model.ReleasePlan;
import dev.konflux.release.model.ReleasePlanAdmission;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.explain.AutoReleaseExpressions.Result;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static final Release RELEASE = Release.builder()
            .namespace("dev")
            .name("r")
            .author("ann")
            .releasePlan("rp")
            .snapshot("snap")
            .build();
    private static final ReleasePlan PLAN = ReleasePlan.builder()
            .namespace("dev")
            .name("rp")
            .application("app")
            .target("managed")
            .build();
    private static final ReleasePlanAdmission ADMISSION = ReleasePlanAdmission.builder()
            .namespace("managed")
            .name("rpa")
            .origin("dev")
            .applications("app")
            .policy("strict")
            .pipeline(Pipeline.of(PipelineReference.git("https://git/x", "main", "p.yaml")))
            .build();

    private static Snapshot passed(DataObject... conditions) {
        return Snapshot.builder()
                .namespace("dev")
                .name("snap")
                .application("app")
                .status(DataObject.of("conditions", DataArray.of(conditions)))
                .build();
    }

    private static DataObject condition(String type, String status, String message) {
        return DataObject.builder()
                .put("type", type)
                .put("status", status)
                .put("message", message)
                .build();
    }

    private static final Snapshot SNAPSHOT = passed(condition("AppStudioTestSucceeded", "True", ""));

    @Test
    void aBlockedAdmissionIsTheObstacle() {
        ReleasePlanAdmission blocked = ADMISSION.toBuilder().blockReleases(true).build();

        Explanation why = Explain.in(Resources.of(PLAN, blocked, SNAPSHOT)).release(RELEASE);

        assertThat(why.outcome()).isEqualTo(Outcome.NO);
        assertThat(why.firstObstacle().orElseThrow().detail())
                .isEqualTo("found ReleasePlanAdmission 'rpa' with block-releases label set to true");
        assertThat(why.remedy())
                .isEqualTo("ask the owners of namespace 'managed' to set the label "
                        + "release.appstudio.openshift.io/block-releases of ReleasePlanAdmission 'rpa' to \"false\"");
    }

    @Test
    void whatComesAfterTheFirstObstacleIsNotReached() {
        Explanation why = Explain.in(Resources.of(PLAN, SNAPSHOT)).release(RELEASE);

        assertThat(why.circumstances())
                .extracting(Circumstance::verdict)
                .containsExactly(
                        Circumstance.State.HOLDS,
                        Circumstance.State.FAILS,
                        Circumstance.State.NOT_REACHED,
                        Circumstance.State.NOT_REACHED,
                        Circumstance.State.NOT_REACHED,
                        Circumstance.State.NOT_REACHED);
        assertThat(why.toString())
                .startsWith("Release dev/r: not released, because \"a pipeline is defined\" does not hold: "
                        + "no ReleasePlanAdmission found in namespace (managed) with the origin (dev) for 'app'");
    }

    @Test
    void whatIsNotAtHandIsAssumedAndSaidSo() {
        Explanation why = Explain.in(Resources.of(PLAN, ADMISSION)).release(RELEASE);

        assertThat(why.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(why.circumstances())
                .filteredOn(one -> one.verdict() == Circumstance.State.UNKNOWN)
                .extracting(Circumstance::detail)
                .containsExactly(
                        "the Snapshot dev/snap is not among the resources at hand",
                        "the EnterpriseContractPolicy managed/strict is not among the resources at hand");
    }

    @Test
    void aMisspeltPlanIsGuessed() {
        Release misspelt = RELEASE.toBuilder().releasePlan("rpp").build();

        assertThat(Explain.in(Resources.of(PLAN)).release(misspelt).remedy()).startsWith("did you mean the plan 'rp'?");
    }

    @Test
    void theReasonOfAManagedFailureComesFromItsLastAttempt() {
        Release failed = RELEASE.toBuilder()
                .status(DataObject.of(
                        "conditions",
                        DataArray.of(condition(
                                "ManagedPipelineProcessed",
                                "False",
                                "Release processing failed on managed pipelineRun")),
                        "managedPipelineAttempts",
                        DataArray.of(DataObject.of(
                                "failureReason", Data.of("OOMKill"), "lastTask", Data.of("push-snapshot")))))
                .build();

        assertThat(Explain.in(Resources.of(PLAN, ADMISSION, SNAPSHOT))
                        .release(failed)
                        .firstObstacle()
                        .orElseThrow()
                        .detail())
                .isEqualTo(
                        "Release processing failed on managed pipelineRun (attempt 1: OOMKill in task push-snapshot)");
    }

    @Test
    void aPassedSnapshotOfAPushIsReleasedByAMatchedPlan() {
        Explanation why = Explain.in(Resources.of(PLAN, ADMISSION)).snapshot(SNAPSHOT);

        assertThat(why.outcome()).isEqualTo(Outcome.YES);
        assertThat(why.firstObstacle()).isEmpty();
    }

    @Test
    void aPullRequestsSnapshotIsNot() {
        Snapshot snapshot = SNAPSHOT.toBuilder()
                .label("pac.test.appstudio.openshift.io/event-type", "pull_request")
                .label("pac.test.appstudio.openshift.io/pull-request", "7")
                .build();

        assertThat(Explain.in(Resources.of(PLAN, ADMISSION))
                        .snapshot(snapshot)
                        .firstObstacle()
                        .orElseThrow()
                        .detail())
                .isEqualTo("the Snapshot was created for a PaC pull request event");
    }

    @Test
    void thePlansLabelAndTheMissingPlanAreNamed() {
        ReleasePlan off = PLAN.toBuilder().autoRelease(false).build();

        assertThat(Explain.in(Resources.of(off, ADMISSION)).snapshot(SNAPSHOT).toString())
                .contains("its label release.appstudio.openshift.io/auto-release is 'false'");
        assertThat(Explain.in(Resources.of(ADMISSION))
                        .snapshot(SNAPSHOT)
                        .firstObstacle()
                        .orElseThrow()
                        .detail())
                .isEqualTo("no ReleasePlan in namespace 'dev' is for application 'app'");
    }

    @Test
    void anExpressionBeatsTheLabelAndNeedsAnEvaluator() {
        ReleasePlan plan = PLAN.toBuilder()
                .autoRelease(false)
                .autoReleaseExpression("updatedComponentIs('a')")
                .build();
        Explain explain = Explain.in(Resources.of(plan, ADMISSION));

        assertThat(explain.snapshot(SNAPSHOT).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(explain.evaluating((text, snapshot) -> new Result.Verdict(true))
                        .snapshot(SNAPSHOT)
                        .outcome())
                .isEqualTo(Outcome.YES);
    }

    @Test
    void oneBrokenExpressionStopsEveryPlan() {
        ReleasePlan broken = PLAN.toBuilder()
                .name("broken")
                .autoReleaseExpression("snapshot.")
                .build();

        Explanation why = Explain.in(Resources.of(PLAN, broken, ADMISSION))
                .evaluating((text, snapshot) -> new Result.Failure("syntax error"))
                .snapshot(SNAPSHOT);

        assertThat(why.outcome()).isEqualTo(Outcome.NO);
        assertThat(why.firstObstacle().orElseThrow().detail())
                .isEqualTo("failed to evaluate auto-release CEL expression for ReleasePlan broken: syntax error");
    }

    @Test
    void aNewerSnapshotOfTheSameComponentIsReleasedInstead() {
        Snapshot older = built("older", "1700000000");
        Snapshot newer = built("newer", "1700000001000");
        Explain explain = Explain.in(Resources.of(PLAN, ADMISSION, older, newer));

        assertThat(explain.snapshot(older).firstObstacle().orElseThrow().detail())
                .isEqualTo("Released in newer Snapshot: dev/newer");
        assertThat(explain.snapshot(newer).outcome()).isEqualTo(Outcome.YES);
    }

    private static Snapshot built(String name, String start) {
        return SNAPSHOT.toBuilder()
                .name(name)
                .label("test.appstudio.openshift.io/type", "component")
                .label("appstudio.openshift.io/component", "c")
                .label("appstudio.openshift.io/application", "app")
                .annotation("test.appstudio.openshift.io/pipelinerunstarttime", start)
                .build();
    }

    @Test
    void anOverrideNeedsDigestsAndKnownComponents() {
        Snapshot override = SNAPSHOT.toBuilder()
                .label("test.appstudio.openshift.io/type", "override")
                .component("web", "quay.io/org/web:latest")
                .build();

        assertThat(Explain.in(Resources.of(PLAN, ADMISSION))
                        .snapshot(override)
                        .firstObstacle()
                        .orElseThrow()
                        .detail())
                .isEqualTo("a digest must contain exactly one '@' separator (e.g. registry/repository@digest) saw: "
                        + "quay.io/org/web:latest");
    }
}
